/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionIds;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.TransactionQueue;

/** Makes transactions, as a desk would, and reads queues. */
final class Scans {

    static final Instant MORNING = Instant.parse("2026-03-02T09:00:00.123456789Z");

    private final TransactionIds ids = new TransactionIds(Clock.systemUTC());
    private int made;

    CheckOut checkOut(String patron, String item) {
        Instant at = next();
        return new CheckOut(ids.next(), new PatronBarcode(patron), new ItemBarcode(item), at.plus(Duration.ofDays(14)),
                at, TestBranch.DESK);
    }

    CheckIn checkIn(String item) {
        return new CheckIn(ids.next(), new ItemBarcode(item), next(), TestBranch.DESK);
    }

    /** Check-outs and check-ins by turns, of different items. */
    List<Transaction> some(int count) {
        List<Transaction> transactions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            transactions.add(i % 2 == 0 ? checkOut("P" + i, "I" + i) : checkIn("I" + i));
        }
        return transactions;
    }

    private Instant next() {
        return MORNING.plusSeconds(made++);
    }

    static List<QueueEntry> stored(Acknowledgement answer) {
        return assertInstanceOf(Acknowledgement.Stored.class, answer).entries();
    }

    static QueueEntry store(TransactionQueue queue, Transaction transaction) {
        return stored(queue.add(transaction)).getFirst();
    }

    /** Every row, in order of recording. */
    static List<QueueEntry> all(Store store) {
        long[] index = store.index(QueueQuery.all().sortedBy(QueueQuery.Order.SEQUENCE, false));
        List<QueueEntry> entries = new ArrayList<>();
        for (int from = 0; from < index.length; from += 1_000) {
            entries.addAll(store.entries(java.util.Arrays.copyOfRange(index, from,
                    Math.min(from + 1_000, index.length))));
        }
        return entries;
    }

    static List<TransactionId> ids(List<QueueEntry> entries) {
        return entries.stream().map(QueueEntry::id).toList();
    }
}
