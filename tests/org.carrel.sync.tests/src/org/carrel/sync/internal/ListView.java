/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueObserver;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;

/** A list, numbered from 1, as the queue that a file is made of; asked for a thousand rows at a time at most. */
record ListView(List<QueueEntry> queue) implements QueueView {

    @Override
    public long[] index(QueueQuery query) {
        return queue.stream().mapToLong(QueueEntry::sequence).toArray();
    }

    @Override
    public List<QueueEntry> entries(long... sequences) {
        assertTrue(sequences.length <= 1_000);
        return Arrays.stream(sequences).mapToObj(sequence -> queue.get((int) sequence - 1)).toList();
    }

    @Override
    public int count(QueueQuery query) {
        return queue.size();
    }

    @Override
    public Optional<Instant> earliest(QueueQuery query) {
        throw new UnsupportedOperationException("a file needs no earliest row");
    }

    @Override
    public Optional<QueueEntry> find(TransactionId id) {
        throw new UnsupportedOperationException("a file needs no single row");
    }

    @Override
    public Map<TransactionState, Integer> counts() {
        throw new UnsupportedOperationException("a file needs no counts");
    }

    @Override
    public Subscription observe(QueueObserver observer) {
        throw new UnsupportedOperationException("a file does not observe");
    }
}
