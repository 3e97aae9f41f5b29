/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.carrel.model.CheckIn;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.UploadRun.Ending;
import org.carrel.model.port.IlsTransport;
import org.carrel.sync.UploadMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the rows of one lane, one at a time, trying again where that can help. Before each request the row is committed
 * as in flight, so that a crash leaves an unknown outcome and never a request that nobody remembers. For one thread;
 * nothing is locked while a request is out.
 */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Texts TEXTS = Texts.of(Courier.class);
    /** How often a pausing lane asks whether somebody cancels. */
    private static final Duration HEARTBEAT = Duration.ofMillis(50);

    private final int lane;
    private final IlsTransport transport;
    private final Books books;
    private final UploadMonitor monitor;
    private final Halt halt;
    private final Pulse pulse;
    private final Patience patience;
    private final RandomGenerator random;
    private final Clock clock;

    Courier(int lane, IlsTransport transport, Books books, UploadMonitor monitor, Halt halt, Pulse pulse,
            Patience patience, RandomGenerator random, Clock clock) {
        this.lane = lane;
        this.transport = transport;
        this.books = books;
        this.monitor = monitor;
        this.halt = halt;
        this.pulse = pulse;
        this.patience = patience;
        this.random = random;
        this.clock = clock;
    }

    /** Sends {@code row}. Does not throw for what a network or a server can do. */
    Delivery deliver(QueueEntry row) throws InterruptedException {
        Resting resting = new Resting(row, false);
        for (int number = 1; mayGo(number == 1 ? Duration.ZERO : patience.pauseAfter(number - 1, random)); number++) {
            Optional<QueueEntry> sent = books.inFlight(resting.row());
            if (sent.isEmpty()) {
                return new Delivery.Gone();
            }
            if (halt.isCalled()) {
                return rest(resting);
            }
            monitor.sending(lane, sent.get());
            Outcome outcome = send(sent.get().transaction());
            Optional<Delivery> settled = settled(sent.get(), outcome, resting);
            if (settled.isPresent()) {
                return settled.get();
            }
            resting = new Resting(missed(sent.get(), outcome), true);
            if (number == patience.tries()) {
                return rest(resting);
            }
        }
        return resting.missed() ? rest(resting) : new Delivery.Unsettled();
    }

    /**
     * How a row stands while no request of it is out.
     *
     * @param missed whether this run has sent it and got no answer
     */
    private record Resting(QueueEntry row, boolean missed) {}

    /** The row, which is written as in flight, is not sent again in this run. */
    private Delivery rest(Resting resting) {
        if (resting.missed()) {
            books.commsFailure(resting.row());
        } else {
            books.putBack(resting.row());
        }
        return new Delivery.Unsettled();
    }

    private Optional<Delivery> settled(QueueEntry sent, Outcome outcome, Resting resting) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> {
                pulse.answered();
                yield Optional.of(new Delivery.Taken(sent, accepted.dueAt(), accepted.followUps(), false));
            }
            case Outcome.Refused(Problem problem) when problem.kind() == Problem.Kind.CONFIGURATION -> {
                if (pulse.misconfigured()) {
                    halt.call(Ending.SIGN_IN_REFUSED, TEXTS.get("run.misconfigured", words(problem)));
                }
                yield Optional.of(judged(sent, problem));
            }
            case Outcome.Refused(Problem problem) when problem.kind() != Problem.Kind.TEMPORARY -> {
                pulse.answered();
                yield Optional.of(judged(sent, problem));
            }
            case Outcome.SignInRefused(String detail) -> {
                halt.call(Ending.SIGN_IN_REFUSED, TEXTS.get("run.signInRefused", detail));
                yield Optional.of(rest(resting));
            }
            case Outcome.Refused temporary -> Optional.empty();
            case Outcome.NoAnswer none -> Optional.empty();
        };
    }

    /**
     * What a refusal means. An item that the library system does not have out is where a check-in wants it: either an
     * earlier request, whose answer was lost, has done it, or the check-out was never uploaded because of this
     * check-in, or somebody else has checked it in. Nothing is left to do, and the row says that it was so already.
     */
    private static Delivery judged(QueueEntry sent, Problem problem) {
        if (sent.transaction() instanceof CheckIn && problem.kind() == Problem.Kind.ITEM_NOT_CHECKED_OUT) {
            return new Delivery.Taken(sent, Optional.empty(), List.of(), true);
        }
        return new Delivery.Refused(sent, problem);
    }

    private QueueEntry missed(QueueEntry sent, Outcome outcome) {
        String detail;
        boolean maybeDone;
        boolean reached;
        Optional<Duration> leaveAlone;
        if (outcome instanceof Outcome.NoAnswer none) {
            detail = none.detail().isBlank() ? TEXTS.get("row.noAnswer") : none.detail();
            maybeDone = none.maybeDone();
            leaveAlone = none.retryAfter();
            reached = maybeDone || leaveAlone.isPresent();
        } else {
            Problem problem = ((Outcome.Refused) outcome).problem();
            detail = words(problem);
            maybeDone = false;
            leaveAlone = Optional.empty();
            reached = true;
        }
        if (leaveAlone.filter(time -> time.compareTo(patience.longestRetryAfter()) > 0).isPresent()) {
            halt.call(Ending.SYSTEM_AWAY, TEXTS.get("run.leaveAlone", leaveAlone.get().toMinutes() + 1));
        } else if (pulse.missed(reached)) {
            halt.call(Ending.SYSTEM_AWAY, TEXTS.get("run.away", detail));
        }
        leaveAlone.ifPresent(pulse::leaveAlone);
        return new QueueEntry(sent.sequence(), sent.transaction(),
                sent.standing().commsFailure(clock.instant(), detail, maybeDone));
    }

    private static String words(Problem problem) {
        return problem.detail().isBlank() ? problem.type() : problem.type() + ": " + problem.detail();
    }

    private Outcome send(Transaction transaction) {
        try {
            return Objects.requireNonNull(transport.send(transaction), "outcome");
        } catch (RuntimeException e) {
            LOG.error("The transport failed by itself on {}; nobody knows whether the request got through",
                    transaction.id(), e);
            return new Outcome.NoAnswer(e.getClass().getName(), true, Optional.empty());
        }
    }

    /** Waits so long, and as long as the library system wants to be left alone; false when the run ends. */
    private boolean mayGo(Duration pause) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        while (!halt.isCalled()) {
            if (monitor.isCancelled()) {
                halt.call(Ending.CANCELLED, TEXTS.get("run.cancelled"));
                return false;
            }
            Duration left = longer(Duration.ofNanos(end - System.nanoTime()), pulse.leftAloneFor());
            if (left.isZero() || left.isNegative()) {
                return true;
            }
            books.write();
            halt.await(left.compareTo(HEARTBEAT) > 0 ? HEARTBEAT : left);
        }
        return false;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
