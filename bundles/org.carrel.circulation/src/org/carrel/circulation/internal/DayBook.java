/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.circulation.Tally;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.QueueView;

/**
 * Today's transactions, kept in memory so that no scan waits for a count: one query at the start and at midnight, then
 * what the queue tells. Safe for use by several threads.
 */
final class DayBook {

    private static final int CHUNK = 1_000;
    /** While the store fails, not every scan asks it again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final QueueView view;
    private final Clock clock;
    private final ZoneId zone;
    private final Duration memory;

    private final Map<TransactionId, Transaction> known = new HashMap<>();
    private final Map<ItemBarcode, List<Transaction>> perItem = new HashMap<>();
    private final Map<PatronBarcode, Integer> perPatron = new HashMap<>();
    /** Rows deleted while they were being read: the reading may still bring them. */
    private final Set<TransactionId> gone = new HashSet<>();
    private int checkOuts;
    private int checkIns;
    private LocalDate day = LocalDate.MIN;
    private boolean complete;
    /** Whether all within the memory is known; it stays so, because the queue tells what is recorded. */
    private boolean recentIsHere;
    private Instant nextReading = Instant.MIN;
    private final Object reading = new Object();
    private final Object readingRecent = new Object();

    /** @param memory how far back repeated scans are remembered, also over midnight */
    DayBook(QueueView view, Clock clock, ZoneId zone, Duration memory) {
        this.view = view;
        this.clock = clock;
        this.zone = zone;
        this.memory = memory;
    }

    /** To be told of everything the queue tells. */
    void changed(QueueChange change) {
        switch (change) {
            case QueueChange.Added added -> added.entries().forEach(entry -> enter(entry.transaction()));
            case QueueChange.Removed removed -> removed.entries().forEach(entry -> strike(entry.id()));
            case QueueChange.Updated updated -> {
                // Where a transaction stands does not change that it was recorded.
            }
            case QueueChange.UploadsChanged uploads -> {
                // Nothing was recorded.
            }
            case QueueChange.HealthChanged health -> readSoon();
        }
    }

    /** Enters what is in no store yet, because it went to the journal. Entering twice counts once. */
    synchronized void enter(Transaction transaction) {
        if (known.putIfAbsent(transaction.id(), transaction) == null) {
            perItem.computeIfAbsent(transaction.item(), item -> new ArrayList<>(1)).add(transaction);
            if (isOfDay(transaction)) {
                count(transaction, 1);
            }
        }
    }

    private synchronized void strike(TransactionId id) {
        if (!complete) {
            gone.add(id);
        }
        Transaction struck = known.remove(id);
        if (struck != null) {
            forgetItem(struck);
            if (isOfDay(struck)) {
                count(struck, -1);
            }
        }
    }

    /** The counts of today; waits for the day's rows. */
    Tally tally(Optional<PatronBarcode> patron) {
        bringUpToDate();
        return counts(patron);
    }

    /** The counts of today, when all of the day's rows are here already. Waits for nothing. */
    synchronized Optional<Tally> tallyAtHand(Optional<PatronBarcode> patron) {
        return complete && day.equals(today()) ? Optional.of(counts(patron)) : Optional.empty();
    }

    private synchronized Tally counts(Optional<PatronBarcode> patron) {
        return new Tally(patron.map(p -> perPatron.getOrDefault(p, 0)).orElse(0), checkOuts, checkIns);
    }

    /** Whether the same was recorded within the memory, before or (after the clock was set back) after {@code now}. */
    boolean remembers(Transaction scan, Instant now) {
        readRecent();
        synchronized (this) {
            return perItem.getOrDefault(scan.item(), List.of()).stream().anyMatch(earlier -> isSame(earlier, scan)
                    && Duration.between(earlier.occurredAt(), now).abs().compareTo(memory) < 0);
        }
    }

    private static boolean isSame(Transaction one, Transaction other) {
        return one.item().equals(other.item()) && switch (one) {
            case CheckIn in -> other instanceof CheckIn;
            case CheckOut out -> other instanceof CheckOut second && out.patron().equals(second.patron());
        };
    }

    /** A store that failed may have shown less than it has. */
    private synchronized void readSoon() {
        complete = false;
        recentIsHere = false;
        nextReading = Instant.MIN;
    }

    /** Reads what the memory needs, which is little, once: the first scan of the day waits for no more than that. */
    private void readRecent() {
        synchronized (readingRecent) {
            if (recentIsHere()) {
                return;
            }
            try {
                read(clock.instant().minus(memory));
                recentIsHere(true);
            } catch (QueueUnavailableException e) {
                // As below: the queue itself tells the desk that it fails.
                postponed();
            }
        }
    }

    private synchronized boolean recentIsHere() {
        return recentIsHere || complete || clock.instant().isBefore(nextReading);
    }

    private synchronized void recentIsHere(boolean here) {
        recentIsHere = here;
    }

    /** Reads the day's rows when the day is new or an earlier reading failed. Only this waits for the store. */
    private void bringUpToDate() {
        synchronized (reading) {
            Optional<Instant> since = readingDue();
            if (since.isEmpty()) {
                return;
            }
            try {
                read(since.get());
                finished();
            } catch (QueueUnavailableException e) {
                // The queue itself tells the desk that it fails. Counts go on from what is recorded from now on, and
                // a later question tries again.
                postponed();
            }
        }
    }

    private void read(Instant since) {
        long[] rows = view.index(QueueQuery.all().since(since));
        for (int from = 0; from < rows.length; from += CHUNK) {
            enterUnlessGone(view.entries(Arrays.copyOfRange(rows, from, Math.min(rows.length, from + CHUNK))));
        }
    }

    /** Since when rows are to be read now; empty when they need not or cannot be. */
    private synchronized Optional<Instant> readingDue() {
        LocalDate today = today();
        if (!day.equals(today)) {
            turnTo(today);
        } else if (complete || clock.instant().isBefore(nextReading)) {
            return Optional.empty();
        }
        return Optional.of(earliest());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private synchronized void finished() {
        complete = true;
        gone.clear();
    }

    private synchronized void postponed() {
        nextReading = clock.instant().plus(PATIENCE);
    }

    private synchronized void enterUnlessGone(List<QueueEntry> entries) {
        entries.stream().map(QueueEntry::transaction).filter(transaction -> !gone.contains(transaction.id()))
                .forEach(this::enter);
    }

    /** Forgets what is too old and counts what is left as of the new day. */
    private void turnTo(LocalDate today) {
        day = today;
        complete = false;
        gone.clear();
        Instant earliest = earliest();
        for (Iterator<Transaction> each = known.values().iterator(); each.hasNext();) {
            Transaction transaction = each.next();
            if (transaction.occurredAt().isBefore(earliest)) {
                each.remove();
                forgetItem(transaction);
            }
        }
        checkOuts = 0;
        checkIns = 0;
        perPatron.clear();
        known.values().stream().filter(this::isOfDay).forEach(transaction -> count(transaction, 1));
    }

    private void forgetItem(Transaction transaction) {
        perItem.computeIfPresent(transaction.item(), (item, all) -> {
            all.remove(transaction);
            return all.isEmpty() ? null : all;
        });
    }

    private Instant earliest() {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        Instant remembered = clock.instant().minus(memory);
        return remembered.isBefore(midnight) ? remembered : midnight;
    }

    private boolean isOfDay(Transaction transaction) {
        return LocalDate.ofInstant(transaction.occurredAt(), zone).equals(day);
    }

    private void count(Transaction transaction, int by) {
        switch (transaction) {
            case CheckOut out -> {
                checkOuts += by;
                perPatron.merge(out.patron(), by, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
            }
            case CheckIn in -> checkIns += by;
        }
    }
}
