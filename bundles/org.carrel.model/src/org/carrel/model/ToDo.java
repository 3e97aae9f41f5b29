/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of the to-do list that an upload leaves behind.
 *
 * @param number      names the line in this branch's store
 * @param transaction what it came from
 * @param item        the item in question
 * @param followUp    what to do
 * @param since       when the library system said so
 * @param doneAt      when somebody ticked it off; empty while it is open
 */
public record ToDo(long number, TransactionId transaction, ItemBarcode item, FollowUp followUp, Instant since,
        Optional<Instant> doneAt) {

    public ToDo {
        Objects.requireNonNull(transaction, "transaction");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(followUp, "followUp");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(doneAt, "doneAt");
    }
}
