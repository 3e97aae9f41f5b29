/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueObserver;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;

/** A queue in memory that answers as the port promises, and can be told to fail. */
final class FakeQueue implements QueueView {

    final Map<Long, QueueEntry> rows = new TreeMap<>();
    final List<QueueObserver> observers = new ArrayList<>();
    boolean failing;
    /** Happens after the index was read and before anybody has it. */
    Runnable meanwhile = () -> {
    };

    void add(QueueEntry... entries) {
        List.of(entries).forEach(entry -> rows.put(entry.sequence(), entry));
        tell(new QueueChange.Added(List.of(entries)));
    }

    void update(QueueEntry entry) {
        rows.put(entry.sequence(), entry);
        tell(new QueueChange.Updated(List.of(entry)));
    }

    void remove(long sequence) {
        tell(new QueueChange.Removed(List.of(rows.remove(sequence))));
    }

    private void tell(QueueChange change) {
        List.copyOf(observers).forEach(observer -> observer.changed(change));
    }

    @Override
    public long[] index(QueueQuery query) {
        if (failing) {
            throw new QueueUnavailableException("The disk is gone.", null);
        }
        Comparator<QueueEntry> order = query.order() == QueueQuery.Order.ITEM
                ? Comparator.comparing(entry -> entry.transaction().item().value())
                : Comparator.comparing(QueueEntry::sequence);
        long[] index = rows.values().stream().filter(entry -> RowFilter.accepts(query, entry))
                .sorted(query.descending() ? order.reversed() : order).mapToLong(QueueEntry::sequence).toArray();
        Runnable now = meanwhile;
        meanwhile = () -> {
        };
        now.run();
        return index;
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
    public List<QueueEntry> entries(long... sequences) {
        return LongStream.of(sequences).mapToObj(rows::get).filter(entry -> entry != null).toList();
    }

    @Override
    public Optional<QueueEntry> find(TransactionId id) {
        return rows.values().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public Map<TransactionState, Integer> counts() {
        return rows.values().stream().collect(Collectors.groupingBy(QueueEntry::state, Collectors.summingInt(e -> 1)));
    }

    @Override
    public Subscription observe(QueueObserver observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }
}
