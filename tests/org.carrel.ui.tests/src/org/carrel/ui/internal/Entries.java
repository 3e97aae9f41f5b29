/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;

/** Rows for tests. */
final class Entries {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Origin DESK = new Origin("desk-1", "");

    private Entries() {}

    static QueueEntry out(long sequence, String patron, String item) {
        return new QueueEntry(sequence, new CheckOut(id(sequence), new PatronBarcode(patron), new ItemBarcode(item),
                NOON.plus(Duration.ofDays(14)), NOON.plusSeconds(sequence), DESK), Standing.awaitingSync(NOON));
    }

    static QueueEntry in(long sequence, String item) {
        return new QueueEntry(sequence,
                new CheckIn(id(sequence), new ItemBarcode(item), NOON.plusSeconds(sequence), DESK),
                Standing.awaitingSync(NOON));
    }

    static QueueEntry standing(QueueEntry entry, TransactionState state) {
        return new QueueEntry(entry.sequence(), entry.transaction(), new Standing(state, 1, NOON, false, false,
                Optional.empty(), Optional.empty(), ""));
    }

    static QueueEntry failed(QueueEntry entry, Problem.Kind kind, String type, String detail) {
        return new QueueEntry(entry.sequence(), entry.transaction(),
                entry.standing().uploadFailed(NOON, new Problem(kind, type, detail)));
    }

    private static TransactionId id(long sequence) {
        return new TransactionId(new UUID(7, sequence));
    }
}
