/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.TransactionState;

/**
 * Which rows of the queue, in what order. Immutable; start from {@link #all()} and narrow.
 *
 * @param states        the states wanted; empty means every state
 * @param kind          check-outs, check-ins or both
 * @param text          part of a patron barcode, an item barcode or a reason, whatever the case; empty means any
 * @param item          exactly this item
 * @param patron        exactly this patron
 * @param recordedSince only what occurred at this moment or later
 * @param order         the column to sort by; ties are sorted by sequence
 * @param descending    the greatest first
 */
public record QueueQuery(Set<TransactionState> states, Kind kind, String text, Optional<ItemBarcode> item,
        Optional<PatronBarcode> patron, Optional<Instant> recordedSince, Order order, boolean descending) {

    /** Kinds of transactions. */
    public enum Kind {
        ANY, CHECK_OUT, CHECK_IN
    }

    /** Columns to sort by. */
    public enum Order {
        SEQUENCE, OCCURRED_AT, KIND, PATRON, ITEM, DUE_AT, STATE
    }

    public QueueQuery {
        states = Set.copyOf(states);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(patron, "patron");
        Objects.requireNonNull(recordedSince, "recordedSince");
        Objects.requireNonNull(order, "order");
    }

    /** Every row, the newest first. */
    public static QueueQuery all() {
        return new QueueQuery(Set.of(), Kind.ANY, "", Optional.empty(), Optional.empty(), Optional.empty(),
                Order.SEQUENCE, true);
    }

    /** The same for rows in one of these states; for none of them, in any. */
    public QueueQuery withStates(Set<TransactionState> wanted) {
        return new QueueQuery(wanted, kind, text, item, patron, recordedSince, order, descending);
    }

    /** The same for rows of that kind. */
    public QueueQuery withKind(Kind wanted) {
        return new QueueQuery(states, wanted, text, item, patron, recordedSince, order, descending);
    }

    /** The same for rows that have this somewhere in a barcode or in the reason. */
    public QueueQuery withText(String wanted) {
        return new QueueQuery(states, kind, wanted, item, patron, recordedSince, order, descending);
    }

    /** The same for rows of exactly this item. */
    public QueueQuery withItem(ItemBarcode wanted) {
        return new QueueQuery(states, kind, text, Optional.of(wanted), patron, recordedSince, order, descending);
    }

    /** The same for rows of exactly this patron. */
    public QueueQuery withPatron(PatronBarcode wanted) {
        return new QueueQuery(states, kind, text, item, Optional.of(wanted), recordedSince, order, descending);
    }

    /** The same for what occurred then or later. */
    public QueueQuery since(Instant moment) {
        return new QueueQuery(states, kind, text, item, patron, Optional.of(moment), order, descending);
    }

    /** The same in another order. */
    public QueueQuery sortedBy(Order column, boolean greatestFirst) {
        return new QueueQuery(states, kind, text, item, patron, recordedSince, column, greatestFirst);
    }
}
