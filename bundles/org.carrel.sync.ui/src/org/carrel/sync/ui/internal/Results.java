/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.CheckOut;
import org.carrel.model.PatronBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.sync.NextStep;

/**
 * What became of the transactions that were sent, grouped by what to do next. Immutable.
 *
 * @param groups every group, in the order shown, each with the newest first
 * @param more   how many results there are beyond those that were read
 */
record Results(Map<NextStep.Group, List<Row>> groups, int more) {

    /** Enough for any day at a desk, and little enough for any machine. */
    static final int LIMIT = 5_000;

    private static final int BATCH = 1_000;
    private static final Set<TransactionState> OPEN = Set.of(TransactionState.UPLOAD_FAILED,
            TransactionState.COMMS_FAILURE, TransactionState.IN_FLIGHT);
    private static final Set<TransactionState> SETTLED = Set.of(TransactionState.UPLOADED,
            TransactionState.SUPERSEDED);

    /** One result and its next step. */
    record Row(QueueEntry entry, NextStep step) {

        Optional<PatronBarcode> patron() {
            return entry.transaction() instanceof CheckOut checkOut ? Optional.of(checkOut.patron())
                    : Optional.empty();
        }

        Transaction transaction() {
            return entry.transaction();
        }

        /** Whether it can be put back to await the next upload. */
        boolean canRetry() {
            return entry.state() == TransactionState.UPLOAD_FAILED || entry.state() == TransactionState.COMMS_FAILURE;
        }

        /** Whether a corrected one can take its place. */
        boolean canCorrect() {
            return entry.state() == TransactionState.UPLOAD_FAILED;
        }

        /** Whether it can be deleted: not while nobody knows what becomes of it. */
        boolean canDelete() {
            return entry.state() != TransactionState.IN_FLIGHT;
        }
    }

    static Results none() {
        return new Results(empty(), 0);
    }

    /**
     * Asks the queue: first what is open, then what is settled, together at most {@link #LIMIT}. Not on the UI thread.
     */
    static Results read(QueueView queue) {
        Map<NextStep.Group, List<Row>> groups = empty();
        long[] open = queue.index(QueueQuery.all().withStates(OPEN));
        long[] settled = queue.index(QueueQuery.all().withStates(SETTLED));
        int openRead = Math.min(open.length, LIMIT);
        int settledRead = Math.min(settled.length, LIMIT - openRead);
        addRows(queue, Arrays.copyOf(open, openRead), groups);
        addRows(queue, Arrays.copyOf(settled, settledRead), groups);
        return new Results(groups, open.length - openRead + settled.length - settledRead);
    }

    List<Row> of(NextStep.Group group) {
        return groups.getOrDefault(group, List.of());
    }

    /** The first group that has something to do; {@code NOTHING} when there is none. */
    NextStep.Group mostUrgent() {
        return groups.entrySet().stream().filter(it -> !it.getValue().isEmpty()).map(Map.Entry::getKey).findFirst()
                .orElse(NextStep.Group.NOTHING);
    }

    private static Map<NextStep.Group, List<Row>> empty() {
        Map<NextStep.Group, List<Row>> groups = new EnumMap<>(NextStep.Group.class);
        for (NextStep.Group group : NextStep.Group.values()) {
            groups.put(group, new ArrayList<>());
        }
        return groups;
    }

    private static void addRows(QueueView queue, long[] sequences, Map<NextStep.Group, List<Row>> groups) {
        for (int from = 0; from < sequences.length; from += BATCH) {
            long[] batch = Arrays.copyOfRange(sequences, from, Math.min(from + BATCH, sequences.length));
            for (QueueEntry entry : queue.entries(batch)) {
                NextStep step = NextStep.of(entry);
                groups.get(step.group()).add(new Row(entry, step));
            }
        }
    }
}
