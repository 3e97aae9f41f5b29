/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.inventory.writeback.Pushed.Ending;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.Texts;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.inventory.WriteBackRules;
import org.carrel.model.port.InventoryWriteBack;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.WriteBackLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One push, from the first request to the last answer. Before each request its entry is committed as in flight, so that
 * a crash leaves an unknown outcome and never a request that nobody remembers. What surely was not counted is tried
 * again; what perhaps was, is not. Used once.
 */
final class PushRun {

    private static final Logger LOG = LoggerFactory.getLogger(PushRun.class);
    private static final Texts TEXTS = Texts.of(PushRun.class);

    private final InventoryWriteBack system;
    private final PushMonitor monitor;
    private final Patience patience;
    private final Books books;
    private final Turns turns;
    private final Pulse pulse;
    private final int lanes;
    private final Queue<WriteBackEntry> queue;
    private final int total;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    PushRun(WriteBackLedger ledger, InventoryWriteBack system, WriteBackRules settings, List<WriteBackEntry> waiting,
            PushMonitor monitor, Patience patience, Clock clock) {
        this.system = system;
        this.monitor = new CarefulMonitor(monitor);
        this.patience = patience;
        this.books = new Books(ledger, this.monitor, clock);
        this.turns = new Turns(settings.interval());
        this.lanes = Math.min(settings.lanes(), waiting.size());
        this.pulse = new Pulse(patience, settings.lanes());
        this.queue = new ConcurrentLinkedQueue<>(waiting);
        this.total = waiting.size();
    }

    Pushed carryOut() {
        monitor.planned(total, lanes);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < lanes; number++) {
            int lane = number;
            threads.add(Thread.ofPlatform().name("carrel-push-" + lane).daemon().start(() -> work(lane)));
        }
        awaitAll(threads);
        switch (failure.get()) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case null, default -> {
                // No lane met with a mistake of the program.
            }
        }
        Turns.Reason reason = turns.reason().orElse(new Turns.Reason(Ending.COMPLETED, ""));
        int told = books.count(State.TOLD);
        int refused = books.count(State.REFUSED);
        int unknown = books.count(State.UNKNOWN);
        return new Pushed(reason.ending(), told, refused, unknown, total - told - refused - unknown - books.gone(),
                reason.detail());
    }

    private void work(int lane) {
        try {
            if (lane > 0) {
                pulse.awaitRelease();
            }
            for (WriteBackEntry entry = queue.poll(); entry != null && !turns.isHalted(); entry = queue.poll()) {
                tell(entry);
                pulse.release();
            }
        } catch (QueueUnavailableException e) {
            LOG.error("The store failed during a push; what was in flight is of unknown outcome", e);
            turns.halt(Ending.STORE_FAILED, e.getMessage());
        } catch (InterruptedException e) {
            // Nobody interrupts the lanes; should it happen, nothing of this lane is in flight.
            turns.halt(Ending.CANCELLED, TEXTS.get("run.cancelled"));
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            turns.halt(Ending.CANCELLED, "");
        } finally {
            pulse.release();
        }
    }

    private void tell(WriteBackEntry first) throws InterruptedException {
        WriteBackEntry entry = first;
        for (int number = 1; number <= patience.tries(); number++) {
            Duration pause = number == 1 ? Duration.ZERO
                    : patience.pauseAfter(number - 1, ThreadLocalRandom.current());
            if (!turns.await(pause, this::watch)) {
                return;
            }
            Optional<WriteBackEntry> sent = books.inFlight(entry);
            if (sent.isEmpty()) {
                return;
            }
            if (turns.isHalted()) {
                books.back(sent.get(), entry.detail());
                return;
            }
            monitor.sending(sent.get());
            Optional<WriteBackEntry> again = heard(sent.get(), send(sent.get()));
            if (again.isEmpty()) {
                return;
            }
            entry = again.get();
        }
        books.givenUp(entry);
    }

    /** Deals with an outcome; gives the entry that waits to be tried again, if it may be. */
    private Optional<WriteBackEntry> heard(WriteBackEntry sent, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> {
                pulse.answered();
                books.settled(sent, State.TOLD, "");
                yield Optional.empty();
            }
            case Outcome.Refused(Problem problem) when problem.kind() == Problem.Kind.CONFIGURATION -> {
                turns.halt(Ending.SIGN_IN_REFUSED, TEXTS.get("run.misconfigured", words(problem)));
                books.back(sent, words(problem));
                yield Optional.empty();
            }
            case Outcome.Refused(Problem problem) when problem.kind() == Problem.Kind.TEMPORARY -> missed(sent,
                    words(problem), Optional.empty());
            case Outcome.Refused(Problem problem) -> {
                pulse.answered();
                books.settled(sent, State.REFUSED, words(problem));
                yield Optional.empty();
            }
            case Outcome.SignInRefused(String detail) -> {
                turns.halt(Ending.SIGN_IN_REFUSED, TEXTS.get("run.signInRefused", detail));
                books.back(sent, detail);
                yield Optional.empty();
            }
            case Outcome.NoAnswer none when none.maybeDone() -> {
                if (pulse.unknown()) {
                    turns.halt(Ending.SYSTEM_AWAY, TEXTS.get("run.unknown", none.detail()));
                }
                none.retryAfter().ifPresent(this::leaveAlone);
                books.settled(sent, State.UNKNOWN, none.detail());
                yield Optional.empty();
            }
            case Outcome.NoAnswer none -> missed(sent, none.detail(), none.retryAfter());
        };
    }

    private Optional<WriteBackEntry> missed(WriteBackEntry sent, String detail, Optional<Duration> leaveAlone) {
        leaveAlone.ifPresent(this::leaveAlone);
        if (pulse.missed()) {
            turns.halt(Ending.SYSTEM_AWAY, TEXTS.get("run.away", detail));
        }
        return Optional.of(books.back(sent, detail));
    }

    private void leaveAlone(Duration time) {
        if (time.compareTo(patience.longestLeaveAlone()) > 0) {
            turns.halt(Ending.SYSTEM_AWAY, TEXTS.get("run.leaveAlone", time.toMinutes() + 1));
        } else {
            turns.leaveAlone(time);
        }
    }

    private void watch() {
        if (monitor.isCancelled()) {
            turns.halt(Ending.CANCELLED, TEXTS.get("run.cancelled"));
        }
    }

    private Outcome send(WriteBackEntry sent) {
        try {
            return Objects.requireNonNull(system.inventoried(sent.item()), "outcome");
        } catch (RuntimeException e) {
            LOG.error("The transport failed by itself; nobody knows whether the request got through", e);
            return new Outcome.NoAnswer(e.getClass().getName(), true, Optional.empty());
        }
    }

    private static String words(Problem problem) {
        return problem.detail().isBlank() ? problem.type() : problem.type() + ": " + problem.detail();
    }

    /** Waits for the lanes to the end: what is out must be written down. An interruption cancels the push. */
    private void awaitAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    turns.halt(Ending.CANCELLED, TEXTS.get("run.cancelled"));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
