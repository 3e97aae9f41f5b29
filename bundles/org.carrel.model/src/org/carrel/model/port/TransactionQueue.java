/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.util.Collection;
import java.util.List;

import org.carrel.model.Origin;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;

/**
 * The desk's side of a branch's queue: what it takes to record, correct and delete. Safe for use by several threads;
 * every method returns after the commit. Never call it on the UI thread.
 */
public interface TransactionQueue {

    /**
     * Keeps all of {@code transactions} or none, in the order given. A transaction whose id is already there is not
     * added a second time, so that a repeated import or a merged journal does no harm.
     *
     * @return where they are now; never null
     */
    Acknowledgement add(List<? extends Transaction> transactions);

    /** Keeps one transaction. */
    default Acknowledgement add(Transaction transaction) {
        return add(List.of(transaction));
    }

    /**
     * Deletes rows for ever; an audit line without patron data remains. Rows that are in flight stay, for nobody knows
     * what became of them.
     *
     * @param by who asked for it
     * @return the ids that were deleted
     * @throws QueueUnavailableException when the store fails; nothing was deleted then
     */
    List<TransactionId> delete(Collection<TransactionId> ids, Origin by);

    /**
     * Replaces a failed transaction by a corrected one that awaits upload, in one commit.
     *
     * @return false when {@code failed} is not there or not {@code UPLOAD_FAILED}; nothing was changed then
     * @throws QueueUnavailableException when the store fails; nothing was changed then
     */
    boolean correct(TransactionId failed, Transaction corrected);

    /** Whether transactions can be kept now. Cheap; any thread. */
    QueueHealth health();
}
