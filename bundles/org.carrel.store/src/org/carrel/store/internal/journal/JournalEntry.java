/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.util.List;
import java.util.Objects;

import org.carrel.model.Transaction;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;

/** What a journal keeps. Each says all that is needed to put it into a store that knows nothing of it yet. */
public sealed interface JournalEntry {

    /** A transaction of the desk, which its id tells from all others. */
    record Scan(Transaction transaction) implements JournalEntry {
        public Scan {
            Objects.requireNonNull(transaction, "transaction");
        }
    }

    /**
     * Something that was read in an inventory. It has no number: the store has none to give while it fails.
     *
     * @param session in which it was read, of {@code project}
     */
    record Read(InventoryProject project, InventorySession session, Mark mark) implements JournalEntry {
        public Read {
            Objects.requireNonNull(project, "project");
            Objects.requireNonNull(session, "session");
            Objects.requireNonNull(mark, "mark");
        }
    }

    /** {@code transactions} as entries, in that order. */
    static List<JournalEntry> scans(List<? extends Transaction> transactions) {
        return transactions.stream().<JournalEntry>map(Scan::new).toList();
    }

    /** The transactions among {@code entries}, in their order. */
    static List<Transaction> scansAmong(List<JournalEntry> entries) {
        return entries.stream().filter(Scan.class::isInstance).map(entry -> ((Scan) entry).transaction()).toList();
    }

    /** What was read in inventories among {@code entries}, in their order. */
    static List<Read> readsAmong(List<JournalEntry> entries) {
        return entries.stream().filter(Read.class::isInstance).map(Read.class::cast).toList();
    }
}
