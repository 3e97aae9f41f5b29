/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Origin;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueObserver;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;
import org.carrel.model.port.TransactionQueue;

/** A queue in memory, for tests of what works over a queue. It can be told to fail. Safe for several threads. */
public final class MemoryQueue implements TransactionQueue, QueueView {

    private final TreeMap<Long, QueueEntry> rows = new TreeMap<>();
    private final Map<TransactionId, Long> sequences = new HashMap<>();
    private final List<QueueObserver> observers = new CopyOnWriteArrayList<>();
    private long lastSequence;
    private Optional<Acknowledgement> failure = Optional.empty();
    private QueueHealth health = new QueueHealth.Healthy();
    private boolean unreadable;
    private int readings;

    /** From now on nothing is stored, and this is the answer. */
    public synchronized void failWith(Acknowledgement answer) {
        failure = Optional.of(answer);
    }

    /** From now on reading fails, or works again. */
    public synchronized void setUnreadable(boolean fails) {
        unreadable = fails;
    }

    public void setHealth(QueueHealth now) {
        synchronized (this) {
            health = now;
        }
        tell(new QueueChange.HealthChanged(now));
    }

    /** How often the index was asked for. */
    public synchronized int readings() {
        return readings;
    }

    /** All rows, the oldest first. */
    public synchronized List<QueueEntry> rows() {
        return List.copyOf(rows.values());
    }

    /** Sets where a row stands, as an upload does. */
    public void settle(TransactionId id, UnaryOperator<Standing> change) {
        QueueEntry settled;
        synchronized (this) {
            QueueEntry before = find(id).orElseThrow();
            settled = new QueueEntry(before.sequence(), before.transaction(), change.apply(before.standing()));
            rows.put(settled.sequence(), settled);
        }
        tell(new QueueChange.Updated(List.of(settled)));
    }

    @Override
    public Acknowledgement add(List<? extends Transaction> transactions) {
        List<QueueEntry> answer = new ArrayList<>();
        List<QueueEntry> added = new ArrayList<>();
        synchronized (this) {
            if (failure.isPresent()) {
                return failure.get();
            }
            for (Transaction transaction : transactions) {
                Optional<QueueEntry> known = find(transaction.id());
                QueueEntry entry = known.orElseGet(() -> new QueueEntry(++lastSequence, transaction,
                        Standing.awaitingSync(transaction.occurredAt())));
                answer.add(entry);
                if (known.isEmpty()) {
                    rows.put(entry.sequence(), entry);
                    sequences.put(entry.id(), entry.sequence());
                    added.add(entry);
                }
            }
        }
        tell(new QueueChange.Added(added));
        return new Acknowledgement.Stored(answer);
    }

    @Override
    public List<TransactionId> delete(Collection<TransactionId> ids, Origin by) {
        List<QueueEntry> removed;
        synchronized (this) {
            requireReadable();
            removed = rows().stream()
                    .filter(row -> ids.contains(row.id()) && row.state() != TransactionState.IN_FLIGHT).toList();
            removed.forEach(row -> rows.remove(row.sequence()));
            removed.forEach(row -> sequences.remove(row.id()));
        }
        tell(new QueueChange.Removed(removed));
        return removed.stream().map(QueueEntry::id).toList();
    }

    @Override
    public boolean correct(TransactionId failed, Transaction corrected) {
        if (find(failed).filter(row -> row.state() == TransactionState.UPLOAD_FAILED).isEmpty()) {
            return false;
        }
        delete(List.of(failed), corrected.origin());
        add(corrected);
        return true;
    }

    @Override
    public synchronized QueueHealth health() {
        return health;
    }

    @Override
    public synchronized long[] index(QueueQuery query) {
        requireReadable();
        readings++;
        Stream<QueueEntry> found = rows.values().stream().filter(row -> matches(row, query));
        long[] ascending = found.mapToLong(QueueEntry::sequence).toArray();
        return query.descending() ? reversed(ascending) : ascending;
    }

    @Override
    public int count(QueueQuery query) {
        return index(query).length;
    }

    @Override
    public Optional<Instant> earliest(QueueQuery query) {
        return LongStream.of(index(query)).mapToObj(this::entries).flatMap(List::stream)
                .map(entry -> entry.transaction().occurredAt()).min(Comparator.naturalOrder());
    }

    @Override
    public synchronized List<QueueEntry> entries(long... wanted) {
        requireReadable();
        if (wanted.length > 1_000) {
            throw new IllegalArgumentException("at most 1,000 rows at a time");
        }
        return Arrays.stream(wanted).filter(rows::containsKey).mapToObj(rows::get).toList();
    }

    @Override
    public synchronized Optional<QueueEntry> find(TransactionId id) {
        requireReadable();
        return Optional.ofNullable(sequences.get(id)).map(rows::get);
    }

    @Override
    public synchronized Map<TransactionState, Integer> counts() {
        requireReadable();
        Map<TransactionState, Integer> counts = new EnumMap<>(TransactionState.class);
        rows.values().forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        return counts;
    }

    @Override
    public Subscription observe(QueueObserver observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    private void tell(QueueChange change) {
        observers.forEach(observer -> observer.changed(change));
    }

    private void requireReadable() {
        if (unreadable) {
            throw new QueueUnavailableException("The store fails.", new IllegalStateException("told to"));
        }
    }

    private static boolean matches(QueueEntry row, QueueQuery query) {
        Transaction transaction = row.transaction();
        boolean kind = switch (query.kind()) {
            case ANY -> true;
            case CHECK_OUT -> transaction instanceof CheckOut;
            case CHECK_IN -> transaction instanceof CheckIn;
        };
        String patron = transaction instanceof CheckOut out ? out.patron().value() : "";
        return kind && (query.states().isEmpty() || query.states().contains(row.state()))
                && query.item().map(transaction.item()::equals).orElse(true)
                && query.patron().map(wanted -> wanted.value().equals(patron)).orElse(true)
                && query.recordedSince().map(since -> !transaction.occurredAt().isBefore(since)).orElse(true)
                && (patron + "\n" + transaction.item().value()).contains(query.text());
    }

    private static long[] reversed(long[] ascending) {
        long[] result = new long[ascending.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = ascending[ascending.length - 1 - i];
        }
        return result;
    }
}
