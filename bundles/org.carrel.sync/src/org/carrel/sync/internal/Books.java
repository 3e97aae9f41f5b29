/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.FollowUp;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.TransactionId;
import org.carrel.model.port.UploadLedger;
import org.carrel.model.port.UploadLedger.Finding;
import org.carrel.sync.UploadMonitor;

/**
 * Writes down what one lane finds out: every result is committed, counted and told to the monitor, in this order. For
 * one thread.
 *
 * <p>
 * A result is committed together with the next row's mark that it is in flight, or by {@link #write}: a commit is what
 * an upload waits for at the desk's end. Until then its row is in flight in the ledger, as it was while the request was
 * out; a crash in this moment leaves an unknown outcome, and the next run reconciles.
 */
final class Books {

    /** So many results are written at once at most. */
    private static final int MOST = 200;

    private final UploadLedger ledger;
    private final Tally tally;
    private final UploadMonitor monitor;
    private final Clock clock;
    private final List<Settled> unwritten = new ArrayList<>();

    /** A result; {@code row} stands as it is to stand. */
    private record Settled(QueueEntry row, List<FollowUp> followUps) {}

    Books(UploadLedger ledger, Tally tally, UploadMonitor monitor, Clock clock) {
        this.ledger = ledger;
        this.tally = tally;
        this.monitor = monitor;
        this.clock = clock;
    }

    /** A request is about to go out; empty when the row is gone. */
    Optional<QueueEntry> inFlight(QueueEntry row) {
        return write(row, row.standing().inFlight(clock.instant()));
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
        return write(row, row.standing().commsFailure(clock.instant(), detail, true));
    }

    /** A later row of the same item made these irrelevant. */
    void superseded(Iterable<QueueEntry> rows) {
        for (QueueEntry row : rows) {
            settle(row, row.standing().superseded(clock.instant()), List.of());
        }
    }

    /** {@code row} stands as it stood before it was sent: nothing came of the request. Not a result of this run. */
    void putBack(QueueEntry row) {
        write(row, row.standing());
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

    /** Commits what is not written yet. */
    void write() {
        commit(Optional.empty());
    }

    private void settle(QueueEntry row, Standing standing, List<FollowUp> followUps) {
        unwritten.add(new Settled(standing(row, standing), followUps));
        if (unwritten.size() == MOST) {
            write();
        }
    }

    private Optional<QueueEntry> write(QueueEntry row, Standing standing) {
        QueueEntry now = standing(row, standing);
        return commit(Optional.of(now)).contains(now.id()) ? Optional.of(now) : Optional.empty();
    }

    private Set<TransactionId> commit(Optional<QueueEntry> also) {
        List<Settled> settled = List.copyOf(unwritten);
        unwritten.clear();
        List<Finding> findings = new ArrayList<>();
        settled.forEach(one -> findings.add(new Finding(one.row().id(), one.row().standing(), one.followUps())));
        also.ifPresent(row -> findings.add(new Finding(row.id(), row.standing(), List.of())));
        if (findings.isEmpty()) {
            return Set.of();
        }
        Set<TransactionId> there = ledger.record(findings);
        settled.stream().map(Settled::row).filter(row -> there.contains(row.id())).forEach(row -> {
            tally.count(row.state());
            monitor.settled(row);
        });
        return there;
    }

    private static QueueEntry standing(QueueEntry row, Standing standing) {
        return new QueueEntry(row.sequence(), row.transaction(), standing);
    }
}
