/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.carrel.model.FollowUp;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.UploadRun;
import org.carrel.model.UploadRun.Ending;
import org.carrel.model.port.UploadLedger;
import org.carrel.sync.UploadMonitor;

/**
 * Writes down what one run finds out: every change is committed, counted and told to the monitor, in this order. Safe
 * for use by several threads; no lock is held while the ledger works.
 */
final class Books {

    private final UploadLedger ledger;
    private final UploadMonitor monitor;
    private final Clock clock;
    private final Instant startedAt;
    private int uploaded;
    private int failed;
    private int commsFailures;
    private int superseded;

    Books(UploadLedger ledger, UploadMonitor monitor, Clock clock) {
        this.ledger = ledger;
        this.monitor = monitor;
        this.clock = clock;
        this.startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A request is about to go out; empty when the row is gone. */
    Optional<QueueEntry> inFlight(QueueEntry row) {
        return write(row, row.standing().inFlight(clock.instant()), List.of());
    }

    void uploaded(Delivery.Taken taken) {
        Standing standing = taken.row().standing().uploaded(clock.instant(), taken.dueAt(), taken.already());
        settle(taken.row(), standing, taken.followUps());
    }

    /**
     * The library system refused it. When it says that the item is out, and an earlier request got no answer, then that
     * request may be the very reason: this stays written beside the problem, for the desk to look into.
     */
    void refused(QueueEntry row, Problem problem) {
        Standing plain = row.standing().uploadFailed(clock.instant(), problem);
        boolean perhapsOurs = row.standing().outcomeUnknown() && problem.kind() == Problem.Kind.ITEM_ALREADY_OUT;
        settle(row, new Standing(plain.state(), plain.attempts(), plain.changedAt(), perhapsOurs,
                plain.alreadyApplied(), plain.serverDueAt(), plain.problem(), plain.detail()), List.of());
    }

    /** {@code row} was sent in vain; it stands as a comms failure already, except in the ledger. */
    void commsFailure(QueueEntry row) {
        settle(row, row.standing(), List.of());
    }

    /** Found in flight when the run starts: the program died while a request was out. Not a result of this run. */
    Optional<QueueEntry> interrupted(QueueEntry row, String detail) {
        return write(row, row.standing().commsFailure(clock.instant(), detail, true), List.of());
    }

    /** A later row of the same item made these irrelevant. */
    void superseded(Iterable<QueueEntry> rows) {
        for (QueueEntry row : rows) {
            settle(row, row.standing().superseded(clock.instant()), List.of());
        }
    }

    /** {@code row} stands as it stood before it was sent: nothing came of the request. Not a result of this run. */
    void putBack(QueueEntry row) {
        write(row, row.standing(), List.of());
    }

    /** The library system refused it, but may take it once an earlier row was sent: it waits again. */
    QueueEntry refusedForNow(QueueEntry row) {
        Standing waiting = Standing.awaitingSync(clock.instant());
        QueueEntry now = new QueueEntry(row.sequence(), row.transaction(),
                new Standing(waiting.state(), row.standing().attempts(), waiting.changedAt(), false, false,
                        waiting.serverDueAt(), waiting.problem(), waiting.detail()));
        putBack(now);
        return now;
    }

    /** Opens the run in the history. */
    void open() {
        ledger.record(run(Optional.empty(), ""));
    }

    /** Closes the run in the history. */
    UploadRun close(Ending ending, String detail) {
        UploadRun run = run(Optional.of(ending), detail);
        ledger.record(run);
        return run;
    }

    /** How the run stands, with this ending. */
    synchronized UploadRun run(Optional<Ending> ending, String detail) {
        return new UploadRun(startedAt, ending.map(any -> clock.instant()), ending, uploaded, failed, commsFailures,
                superseded, detail);
    }

    private void settle(QueueEntry row, Standing standing, List<FollowUp> followUps) {
        Optional<QueueEntry> now = write(row, standing, followUps);
        if (now.isEmpty()) {
            return;
        }
        count(standing);
        monitor.settled(now.get());
    }

    private synchronized void count(Standing standing) {
        switch (standing.state()) {
            case UPLOADED -> uploaded++;
            case UPLOAD_FAILED -> failed++;
            case COMMS_FAILURE -> commsFailures++;
            case SUPERSEDED -> superseded++;
            case AWAITING_SYNC, IN_FLIGHT -> throw new IllegalArgumentException("not settled: " + standing.state());
        }
    }

    private Optional<QueueEntry> write(QueueEntry row, Standing standing, List<FollowUp> followUps) {
        boolean there = ledger.record(row.id(), standing, followUps);
        return there ? Optional.of(new QueueEntry(row.sequence(), row.transaction(), standing)) : Optional.empty();
    }
}
