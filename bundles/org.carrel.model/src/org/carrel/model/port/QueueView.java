/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;

/**
 * Reading a branch's queue. Safe for use by several threads; never call it on the UI thread. While the queue journals,
 * it shows what the store can still show.
 *
 * <p>
 * A long table first asks for the {@link #index}, a few bytes a row, and then for the {@link #entries} it shows.
 */
public interface QueueView {

    /** The sequences of the rows that match, in the order the query wants. */
    long[] index(QueueQuery query);

    /** How many rows match. */
    int count(QueueQuery query);

    /** When the earliest of the matching rows occurred; empty when none matches. */
    Optional<Instant> earliest(QueueQuery query);

    /** The rows with these sequences, in this order; rows that are gone are left out. At most 1,000 at a time. */
    List<QueueEntry> entries(long... sequences);

    /** One row, if it is there. */
    Optional<QueueEntry> find(TransactionId id);

    /** How many rows stand in each state; states without rows are left out. */
    Map<TransactionState, Integer> counts();

    /**
     * Tells {@code observer} of every change from now on, after its commit, on a thread that makes changes and in order
     * of the commits. Observers return quickly; what they throw is logged and harms nobody.
     */
    Subscription observe(QueueObserver observer);
}
