/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.carrel.model.BranchProfile;
import org.carrel.model.ItemBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.UploadRun.Ending;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.UploadLedger;
import org.carrel.sync.UploadMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One upload, from the plan to the last answer. Used once. */
final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final Texts TEXTS = Texts.of(Run.class);

    private final UploadLedger ledger;
    private final BranchProfile.Upload settings;
    private final UploadMonitor monitor;
    private final Clock clock;
    private final Halt halt = new Halt();
    private final Pulse pulse;
    private final Tally tally;
    private final IntFunction<Lane> lanes;
    private final Queue<Chain> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Run(UploadLedger ledger, IlsTransport transport, BranchProfile.Upload settings, UploadMonitor monitor, Clock clock,
            Patience patience) {
        this.ledger = ledger;
        this.settings = settings;
        this.monitor = monitor;
        this.clock = clock;
        this.pulse = new Pulse(patience.tries(), settings.lanes());
        this.tally = new Tally(clock);
        this.lanes = number -> {
            Books books = new Books(ledger, tally, monitor, clock);
            Courier courier = new Courier(number, transport, books, monitor, halt, pulse, patience,
                    () -> ThreadLocalRandom.current().nextLong(), clock);
            return new Lane(number, books, ChainWalk.by(settings.rule(), courier, books));
        };
    }

    /** What one thread works with. */
    private record Lane(int number, Books books, ChainWalk walk) {}

    UploadRun carryOut() {
        try {
            ledger.record(tally.run(Optional.empty(), ""));
            Books books = new Books(ledger, tally, monitor, clock);
            UploadPlan plan = plan(books);
            monitor.planned(plan.total(), settings.lanes());
            books.superseded(plan.outdated());
            books.write();
            waiting.addAll(plan.chains());
            work();
        } catch (QueueUnavailableException e) {
            storeFailed(e);
        }
        return close();
    }

    private UploadPlan plan(Books books) {
        List<QueueEntry> pending = new ArrayList<>();
        for (QueueEntry row : ledger.pending()) {
            found(books, row).ifPresent(pending::add);
        }
        Map<ItemBarcode, UploadLedger.Uploaded> latestUploaded = ledger.latestUploaded(
                pending.stream().map(row -> row.transaction().item()).collect(Collectors.toUnmodifiableSet()));
        return UploadPlan.of(pending, latestUploaded, settings.rule());
    }

    /** A row in flight is left over from a run that died: nobody knows what became of its request. */
    private Optional<QueueEntry> found(Books books, QueueEntry row) {
        return row.state() == TransactionState.IN_FLIGHT ? books.interrupted(row, TEXTS.get("row.interrupted"))
                : Optional.of(row);
    }

    private void work() {
        int count = Math.min(settings.lanes(), waiting.size());
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Lane lane = lanes.apply(number);
            threads.add(Thread.ofPlatform().name("carrel-upload-" + number).daemon().start(() -> runLane(lane)));
        }
        awaitAll(threads);
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void runLane(Lane lane) {
        try {
            walkChains(lane);
        } catch (QueueUnavailableException e) {
            storeFailed(e);
        } catch (InterruptedException e) {
            // Nobody interrupts the lanes; should it happen, what is in flight counts as unknown next time.
            halt.call(Ending.CANCELLED, TEXTS.get("run.cancelled"));
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            halt.call(Ending.CANCELLED, "");
        } finally {
            pulse.release();
            monitor.idle(lane.number());
        }
    }

    private void walkChains(Lane lane) throws InterruptedException {
        try {
            if (lane.number() > 0) {
                pulse.awaitRelease();
            }
            for (Chain chain = waiting.poll(); chain != null && !halt.isCalled(); chain = waiting.poll()) {
                lane.walk().walk(chain);
                pulse.release();
            }
        } finally {
            lane.books().write();
        }
    }

    /** Waits for the lanes to the end: what is out must be written down. An interruption cancels the run. */
    private void awaitAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    halt.call(Ending.CANCELLED, TEXTS.get("run.cancelled"));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void storeFailed(QueueUnavailableException e) {
        LOG.error("The store failed during an upload; what was in flight is settled by the next one", e);
        halt.call(Ending.STORE_FAILED, e.getMessage());
    }

    private UploadRun close() {
        Halt.Reason reason = halt.reason().orElse(new Halt.Reason(Ending.COMPLETED, ""));
        UploadRun run;
        try {
            run = tally.run(Optional.of(reason.ending()), reason.detail());
            ledger.record(run);
        } catch (QueueUnavailableException e) {
            storeFailed(e);
            Halt.Reason worse = halt.reason().orElseThrow();
            run = tally.run(Optional.of(worse.ending()), worse.detail());
        }
        LOG.info("Upload ended {}: {} uploaded, {} refused, {} without an answer, {} superseded", reason.ending(),
                run.uploaded(), run.failed(), run.commsFailures(), run.superseded());
        return run;
    }
}
