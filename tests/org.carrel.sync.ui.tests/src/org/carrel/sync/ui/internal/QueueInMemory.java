/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueObserver;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;

/**
 * A queue that is as long as a test needs it; understands states, age and the orders that the Sync perspective uses.
 */
final class QueueInMemory implements QueueView {

    private final List<QueueEntry> rows = new ArrayList<>();

    QueueInMemory(QueueEntry... entries) {
        rows.addAll(Arrays.asList(entries));
    }

    void add(QueueEntry entry) {
        rows.add(entry);
    }

    @Override
    public long[] index(QueueQuery query) {
        Comparator<QueueEntry> order = switch (query.order()) {
            case SEQUENCE -> Comparator.comparingLong(QueueEntry::sequence);
            case OCCURRED_AT -> Comparator.comparing((QueueEntry row) -> row.transaction().occurredAt())
                    .thenComparing(QueueEntry::sequence);
            default -> throw new UnsupportedOperationException("not needed here: " + query.order());
        };
        return matching(query).sorted(query.descending() ? order.reversed() : order).mapToLong(QueueEntry::sequence)
                .toArray();
    }

    @Override
    public int count(QueueQuery query) {
        return (int) matching(query).count();
    }

    @Override
    public Optional<Instant> earliest(QueueQuery query) {
        return matching(query).map(entry -> entry.transaction().occurredAt()).min(Comparator.naturalOrder());
    }

    @Override
    public List<QueueEntry> entries(long... sequences) {
        if (sequences.length > 1_000) {
            throw new IllegalArgumentException("at most 1,000 at a time");
        }
        Map<Long, QueueEntry> bySequence = rows.stream().collect(Collectors.toMap(QueueEntry::sequence, row -> row));
        return Arrays.stream(sequences).mapToObj(bySequence::get).filter(row -> row != null).toList();
    }

    @Override
    public Optional<QueueEntry> find(TransactionId id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public Map<TransactionState, Integer> counts() {
        return rows.stream().collect(Collectors.groupingBy(QueueEntry::state, Collectors.summingInt(row -> 1)));
    }

    @Override
    public Subscription observe(QueueObserver observer) {
        throw new UnsupportedOperationException("nothing changes here");
    }

    private Stream<QueueEntry> matching(QueueQuery query) {
        return rows.stream().filter(row -> query.states().isEmpty() || query.states().contains(row.state()))
                .filter(row -> query.recordedSince().map(since -> !row.transaction().occurredAt().isBefore(since))
                        .orElse(true));
    }
}
