/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.util.Objects;

/**
 * One row of a branch's queue.
 *
 * @param sequence    position in order of recording on this machine, from 1; never used twice
 * @param transaction what happened
 * @param standing    what became of it
 */
public record QueueEntry(long sequence, Transaction transaction, Standing standing) {

    public QueueEntry {
        Objects.requireNonNull(transaction, "transaction");
        Objects.requireNonNull(standing, "standing");
    }

    /** The transaction's. */
    public TransactionId id() {
        return transaction.id();
    }

    /** How it stands. */
    public TransactionState state() {
        return standing.state();
    }
}
