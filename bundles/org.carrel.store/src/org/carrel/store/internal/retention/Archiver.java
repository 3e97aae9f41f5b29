/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.carrel.model.BranchProfile;
import org.carrel.model.QueueEntry;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.store.internal.Keeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archives and forgets transactions as the branch wishes: in the background when the queue was opened, and once a day
 * while it is open. Each commit takes a few rows only, between those of the desk.
 */
public final class Archiver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Archiver.class);

    private final Keeper keeper;
    private final BranchProfile.Retention retention;
    private final Clock clock;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("carrel-store-archiver").factory());
    private volatile boolean closed;

    public Archiver(Keeper keeper, BranchProfile.Retention retention, Clock clock) {
        this.keeper = keeper;
        this.retention = retention;
        this.clock = clock;
    }

    /** Starts at once, and comes back every day. */
    public void start() {
        background.scheduleWithFixedDelay(this::attempt, 0, 1, TimeUnit.DAYS);
    }

    private void attempt() {
        try {
            run();
        } catch (QueueUnavailableException e) {
            LOG.warn("Old transactions are not archived today: the queue is not available");
        } catch (RuntimeException e) {
            // Else the executor would never call again; tomorrow may be better.
            LOG.error("Old transactions are not archived today", e);
        }
    }

    /** Does all that is due now. */
    public void run() {
        Instant now = clock.instant();
        Instant archived = now.minus(Duration.ofDays(retention.archiveAfterDays()));
        Instant forgotten = now.minus(Duration.ofDays(retention.deleteAfterDays()));
        for (List<Long> due = due(archived); !due.isEmpty(); due = due(archived)) {
            inGroups(due, group -> archive(group, now));
        }
        for (List<Long> due = forgettable(forgotten); !due.isEmpty(); due = forgettable(forgotten)) {
            inGroups(due, group -> forget(group, now));
        }
    }

    private List<Long> due(Instant moment) {
        return closed ? List.of() : keeper.query(connection -> Archive.due(connection, moment));
    }

    private List<Long> forgettable(Instant moment) {
        return closed ? List.of() : keeper.query(connection -> Archive.forgettable(connection, moment));
    }

    private void inGroups(List<Long> sequences, Consumer<List<Long>> each) {
        for (int from = 0; from < sequences.size() && !closed; from += Archive.ROWS_A_COMMIT) {
            each.accept(List.copyOf(sequences.subList(from,
                    Math.min(from + Archive.ROWS_A_COMMIT, sequences.size()))));
        }
    }

    private void archive(List<Long> group, Instant now) {
        keeper.<List<QueueEntry>>change(
                (writes, manager) -> Archive.archive(manager, keeper.audit(), group, now),
                rows -> rows.isEmpty() ? List.of() : List.of(new QueueChange.Removed(rows)));
    }

    private void forget(List<Long> group, Instant now) {
        keeper.change((writes, manager) -> Archive.forget(manager, keeper.audit(), group, now), rows -> List.of());
    }

    /** Waits for the commit under way. */
    @Override
    public void close() {
        closed = true;
        background.shutdown();
        boolean interrupted = false;
        try {
            background.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
