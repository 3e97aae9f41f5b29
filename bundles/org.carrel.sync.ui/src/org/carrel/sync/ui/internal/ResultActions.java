/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.List;
import java.util.Optional;

import org.carrel.model.Origin;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.port.TransactionQueue;
import org.carrel.model.port.UploadLedger;

/**
 * What the desk can do with results. Each method waits for the disk and says in a sentence what it did; not for the UI
 * thread. Safe for use by several threads.
 */
final class ResultActions {

    private static final Texts TEXTS = Texts.of(ResultActions.class);

    private final TransactionQueue queue;
    private final UploadLedger ledger;

    ResultActions(TransactionQueue queue, UploadLedger ledger) {
        this.queue = queue;
        this.ledger = ledger;
    }

    /** Puts what failed back to await the next upload. */
    String retry(List<Results.Row> rows) {
        return TEXTS.get("results.retried", ledger.retry(ids(rows.stream().filter(Results.Row::canRetry).toList())));
    }

    /** Deletes for ever; the desk was asked before. */
    String delete(List<Results.Row> rows, Origin by) {
        return TEXTS.get("results.deleted",
                queue.delete(ids(rows.stream().filter(Results.Row::canDelete).toList()), by).size());
    }

    /** Lets {@code corrected} take the place of {@code failed}; empty when that went well, else why not. */
    Optional<String> correct(Results.Row failed, Transaction corrected) {
        return queue.correct(failed.entry().id(), corrected) ? Optional.empty()
                : Optional.of(TEXTS.get("correct.gone"));
    }

    private static List<TransactionId> ids(List<Results.Row> rows) {
        return rows.stream().map(row -> row.entry().id()).toList();
    }
}
