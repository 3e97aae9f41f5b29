/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.carrel.model.TransactionState.COMMS_FAILURE;
import static org.carrel.model.TransactionState.IN_FLIGHT;
import static org.carrel.model.TransactionState.UPLOADED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.UploadRun;
import org.carrel.model.UploadRun.Ending;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.Uploader;
import org.carrel.sync.internal.FakeLibrary.Fate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The end of an upload")
@Timeout(60)
class UploadEndTest {

    private final Desk desk = new Desk();
    private final MemoryLedger ledger = new MemoryLedger();
    private final FakeLibrary library = new FakeLibrary();

    private Uploader uploader(int lanes) {
        return new UploadService(ledger, library, Desk.branch(Rule.LATEST_ONLY, lanes), Clock.systemUTC(),
                UploadServiceTest.HASTY);
    }

    private UploadRun upload() {
        return uploader(4).run(UploadMonitor.SILENT);
    }

    @Test
    void stops_all_lanes_at_the_first_refused_sign_in() {
        List<CheckIn> ins = many(40);
        AtomicInteger sent = new AtomicInteger();
        library.answer((transaction, number) -> {
            sent.incrementAndGet();
            return Optional.of(new Outcome.SignInRefused("HTTP 401"));
        });
        UploadRun run = uploader(8).run(UploadMonitor.SILENT);
        assertEquals(Optional.of(Ending.SIGN_IN_REFUSED), run.ending());
        assertTrue(run.detail().contains("HTTP 401"), run.detail());
        assertEquals(1, sent.get(), "one refusal is enough to find out");
        for (CheckIn in : ins) {
            assertEquals(Standing.awaitingSync(in.occurredAt()), ledger.row(in).standing());
        }
    }

    @Test
    void a_sign_in_that_is_refused_later_leaves_what_was_not_sent_as_it_was() {
        List<CheckIn> ins = many(40);
        AtomicInteger sent = new AtomicInteger();
        library.answer((transaction, number) -> sent.incrementAndGet() < 11 ? Optional.empty()
                : Optional.of(new Outcome.SignInRefused("HTTP 401")));
        UploadRun run = uploader(4).run(UploadMonitor.SILENT);
        assertEquals(Optional.of(Ending.SIGN_IN_REFUSED), run.ending());
        assertEquals(10, run.uploaded());
        assertTrue(sent.get() <= 14, "only what was out already: " + sent);
        assertEquals(30, ins.stream().filter(in -> ledger.row(in).standing()
                .equals(Standing.awaitingSync(in.occurredAt()))).count());
    }

    @Test
    void a_refused_sign_in_after_a_lost_answer_does_not_forget_that_answer() {
        CheckIn in = desk.checkIn("A", 1);
        ledger.add(in);
        library.answer((transaction, number) -> Optional.of(number == 1
                ? new Outcome.NoAnswer("connection reset", true, Optional.empty())
                : new Outcome.SignInRefused("HTTP 401")));
        assertEquals(Optional.of(Ending.SIGN_IN_REFUSED), upload().ending());
        assertEquals(COMMS_FAILURE, ledger.state(in));
        assertTrue(ledger.row(in).standing().outcomeUnknown());
    }

    @Test
    void ends_when_the_system_is_plainly_away_instead_of_trying_every_row() {
        List<CheckIn> ins = many(200);
        library.disturb((transaction, number) -> Fate.LOST);
        UploadRun run = uploader(4).run(UploadMonitor.SILENT);
        assertEquals(Optional.of(Ending.SYSTEM_AWAY), run.ending());
        assertTrue(library.received().size() <= 3, "requests: " + library.received().size());
        assertTrue(ins.stream().allMatch(in -> ledger.state(in).isPending()));
        assertTrue(ins.stream().noneMatch(in -> ledger.state(in) == IN_FLIGHT));
        assertTrue(ins.stream().noneMatch(in -> ledger.row(in).standing().outcomeUnknown()));
    }

    @Test
    void ends_when_the_system_dies_in_the_middle() {
        List<CheckIn> ins = many(200);
        AtomicInteger sent = new AtomicInteger();
        library.disturb((transaction, number) -> sent.incrementAndGet() <= 50 ? Fate.SERVED : Fate.LOST);
        UploadRun run = uploader(4).run(UploadMonitor.SILENT);
        assertEquals(Optional.of(Ending.SYSTEM_AWAY), run.ending());
        assertEquals(50, run.uploaded());
        assertTrue(sent.get() <= 50 + 3 * 4 + 4, "requests: " + sent);
        assertTrue(ins.stream().noneMatch(in -> ledger.state(in) == IN_FLIGHT));
    }

    @Test
    void one_row_that_the_system_chokes_on_does_not_end_the_run() {
        List<CheckIn> ins = many(50);
        library.answer((transaction, number) -> transaction.equals(ins.getFirst())
                ? Optional.of(new Outcome.NoAnswer("HTTP 500", true, Optional.empty()))
                : Optional.empty());
        UploadRun run = uploader(1).run(UploadMonitor.SILENT);
        assertEquals(Optional.of(Ending.COMPLETED), run.ending());
        assertEquals(49, run.uploaded());
    }

    @Test
    void stops_when_the_branch_itself_is_refused_time_after_time() {
        many(50);
        library.answer((transaction, number) -> Optional.of(FakeLibrary.refused(Problem.Kind.CONFIGURATION)));
        UploadRun run = uploader(1).run(UploadMonitor.SILENT);
        assertEquals(Optional.of(Ending.SIGN_IN_REFUSED), run.ending());
        assertEquals(3, run.failed());
        assertEquals(47, ledger.pending().size());
    }

    @Test
    void leaves_the_system_alone_for_as_long_as_it_asks() {
        CheckIn in = desk.checkIn("A", 1);
        ledger.add(in);
        Duration asked = Duration.ofMillis(300);
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        library.answer((transaction, number) -> {
            times.add(System.nanoTime());
            return number == 1 ? Optional.of(new Outcome.NoAnswer("HTTP 429", false, Optional.of(asked)))
                    : Optional.empty();
        });
        upload();
        assertEquals(UPLOADED, ledger.state(in));
        assertTrue(times.get(1) - times.get(0) >= asked.toNanos());
    }

    @Test
    void ends_when_the_system_asks_to_be_left_alone_for_long() {
        many(20);
        library.answer((transaction, number) -> Optional
                .of(new Outcome.NoAnswer("HTTP 503", true, Optional.of(Duration.ofMinutes(20)))));
        UploadRun run = upload();
        assertEquals(Optional.of(Ending.SYSTEM_AWAY), run.ending());
        assertTrue(run.detail().contains("21"), run.detail());
        assertEquals(1, library.received().size());
    }

    @Test
    void stops_after_the_requests_in_flight_when_cancelled() {
        List<CheckIn> ins = many(100);
        AtomicInteger settled = new AtomicInteger();
        UploadRun run = uploader(4).run(new UploadMonitor() {
            @Override
            public void settled(QueueEntry entry) {
                settled.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return settled.get() >= 10;
            }
        });
        assertEquals(Optional.of(Ending.CANCELLED), run.ending());
        assertTrue(run.uploaded() >= 10 && run.uploaded() <= 14, "uploaded: " + run.uploaded());
        assertEquals(100 - run.uploaded(), ins.stream().filter(in -> ledger.row(in).standing()
                .equals(Standing.awaitingSync(in.occurredAt()))).count());
    }

    @Test
    void cancelling_cuts_a_pause_short() {
        CheckIn in = desk.checkIn("A", 1);
        ledger.add(in);
        CountDownLatch failed = new CountDownLatch(1);
        library.answer((transaction, number) -> {
            failed.countDown();
            return Optional.of(new Outcome.NoAnswer("HTTP 500", true, Optional.empty()));
        });
        Patience patient = new Patience(3, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
        UploadRun run = new UploadService(ledger, library, Desk.branch(Rule.LATEST_ONLY, 2), Clock.systemUTC(), patient)
                .run(new UploadMonitor() {
                    @Override
                    public boolean isCancelled() {
                        return failed.getCount() == 0;
                    }
                });
        assertEquals(Optional.of(Ending.CANCELLED), run.ending());
        assertEquals(COMMS_FAILURE, ledger.state(in));
        assertEquals(1, run.commsFailures());
    }

    @Test
    void an_interruption_cancels_and_what_is_out_is_still_written_down() throws Exception {
        CheckIn in = desk.checkIn("A", 1);
        ledger.add(in, desk.checkIn("B", 2));
        CountDownLatch out = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        library.answer((transaction, number) -> {
            out.countDown();
            await(answer);
            return Optional.empty();
        });
        List<UploadRun> runs = Collections.synchronizedList(new ArrayList<>());
        Thread caller = Thread.ofPlatform().start(() -> runs.add(uploader(1).run(UploadMonitor.SILENT)));
        await(out);
        caller.interrupt();
        // It has taken note of the interruption once it waits for the lanes again.
        while (caller.isInterrupted() || caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        answer.countDown();
        caller.join();
        assertEquals(UPLOADED, ledger.state(in));
        assertEquals(1, runs.getFirst().uploaded());
    }

    @Test
    void a_failed_store_ends_the_run_and_loses_nothing() {
        List<CheckIn> ins = many(30);
        AtomicInteger written = new AtomicInteger();
        ledger.failOn(standing -> standing.state() == UPLOADED && written.incrementAndGet() > 5);
        UploadRun run = uploader(4).run(UploadMonitor.SILENT);
        assertEquals(Optional.of(Ending.STORE_FAILED), run.ending());
        assertEquals("The disk is full. Free some space.", run.detail());
        assertEquals(5, run.uploaded());
        ledger.restart();
        assertEquals(Optional.of(Ending.COMPLETED), upload().ending());
        assertTrue(ins.stream().allMatch(in -> ledger.state(in) == UPLOADED));
        assertTrue(ins.stream().allMatch(in -> library.timesApplied(in) <= 1));
    }

    @Test
    void a_store_that_fails_from_the_start_is_reported() {
        ledger.crash();
        UploadRun run = upload();
        assertEquals(Optional.of(Ending.STORE_FAILED), run.ending());
    }

    private List<CheckIn> many(int count) {
        List<CheckIn> ins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ins.add(desk.checkIn("item" + i, i));
        }
        ledger.add(ins.toArray(Transaction[]::new));
        return ins;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
