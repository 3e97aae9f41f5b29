/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.carrel.model.TransactionState.COMMS_FAILURE;
import static org.carrel.model.TransactionState.IN_FLIGHT;
import static org.carrel.model.TransactionState.SUPERSEDED;
import static org.carrel.model.TransactionState.UPLOADED;
import static org.carrel.model.TransactionState.UPLOAD_FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.FollowUp;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.UploadRun.Ending;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.Uploader;
import org.carrel.sync.internal.FakeLibrary.Fate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An upload")
@Timeout(60)
class UploadServiceTest {

    static final Patience HASTY = new Patience(3, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(2));

    private final Desk desk = new Desk();
    private final MemoryLedger ledger = new MemoryLedger();
    private final FakeLibrary library = new FakeLibrary();

    private Uploader uploader(int lanes) {
        return new UploadService(ledger, library, Desk.branch(Rule.LATEST_ONLY, lanes), Clock.systemUTC(), HASTY);
    }

    private UploadRun upload() {
        return uploader(4).run(UploadMonitor.SILENT);
    }

    @Test
    void of_an_empty_queue_completes() {
        UploadRun run = upload();
        assertEquals(Optional.of(Ending.COMPLETED), run.ending());
        assertEquals(List.of(run), ledger.runs(9));
    }

    @Test
    void takes_everything_to_the_library_system_and_keeps_what_it_says() {
        CheckOut out = desk.checkOut("P", "A", 1);
        CheckIn in = desk.checkIn("B", 2);
        ledger.add(out, in);
        FollowUp hold = new FollowUp(FollowUp.Kind.HOLD, "Request: 1", "Main");
        library.answer((transaction, number) -> Optional.of(transaction.equals(out)
                ? new Outcome.Accepted(Optional.of(Desk.at(99)), List.of())
                : new Outcome.Accepted(Optional.empty(), List.of(hold))));
        UploadRun run = upload();
        assertEquals(2, run.uploaded());
        assertEquals(Optional.of(Ending.COMPLETED), run.ending());
        assertEquals(List.of(IN_FLIGHT, UPLOADED), ledger.history(out));
        assertEquals(Optional.of(Desk.at(99)), ledger.row(out).standing().serverDueAt());
        assertEquals(1, ledger.row(out).standing().attempts());
        assertEquals(List.of(hold), ledger.followUps(in));
        assertFalse(ledger.row(in).standing().alreadyApplied());
    }

    @Test
    void writes_a_result_together_with_the_mark_of_what_is_sent_next() {
        List<CheckOut> rows = List.of(desk.checkOut("P", "A", 1), desk.checkOut("unknown", "B", 2),
                desk.checkOut("P", "C", 3));
        rows.forEach(ledger::add);
        library.answer((transaction, number) -> {
            List<TransactionState> seen = rows.stream().map(ledger::state).toList();
            int out = rows.indexOf(transaction);
            assertEquals(IN_FLIGHT, seen.get(out));
            assertFalse(seen.subList(0, out).contains(IN_FLIGHT), "an earlier result is not written: " + seen);
            return Optional.empty();
        });
        UploadRun run = uploader(1).run(UploadMonitor.SILENT);
        assertEquals(2, run.uploaded());
        assertEquals(1, run.failed());
        assertEquals(rows.size() + 1, ledger.commits());
    }

    @Test
    void shows_a_refusal_with_its_reason_and_goes_on() {
        CheckOut bad = desk.checkOut("unknown", "A", 1);
        CheckOut good = desk.checkOut("P", "B", 2);
        ledger.add(bad, good);
        UploadRun run = upload();
        assertEquals(1, run.failed());
        assertEquals(UPLOAD_FAILED, ledger.state(bad));
        assertEquals(Problem.Kind.UNKNOWN_PATRON, ledger.row(bad).standing().problem().orElseThrow().kind());
        assertEquals(UPLOADED, ledger.state(good));
        assertEquals(1, library.received().stream().filter(bad::equals).count(), "a refusal is not repeated");
    }

    @Test
    void tries_again_what_can_help_and_then_says_comms_failure() {
        CheckIn busy = desk.checkIn("A", 1);
        CheckIn dead = desk.checkIn("B", 2);
        ledger.add(busy, dead, desk.checkIn("C", 3), desk.checkIn("D", 4));
        library.answer((transaction, number) -> {
            if (transaction.equals(busy) && number < 3) {
                return Optional.of(FakeLibrary.refused(Problem.Kind.TEMPORARY));
            }
            return transaction.equals(dead) ? Optional.of(new Outcome.NoAnswer("HTTP 500", true, Optional.empty()))
                    : Optional.empty();
        });
        library.lend("A", "P");
        UploadRun run = upload();
        assertEquals(Optional.of(Ending.COMPLETED), run.ending());
        assertEquals(UPLOADED, ledger.state(busy));
        assertFalse(ledger.row(busy).standing().alreadyApplied(), "a busy system has done nothing");
        assertEquals(3, ledger.row(busy).standing().attempts());
        assertEquals(COMMS_FAILURE, ledger.state(dead));
        assertEquals("HTTP 500", ledger.row(dead).standing().detail());
        assertTrue(ledger.row(dead).standing().outcomeUnknown());
        assertEquals(1, run.commsFailures());
    }

    @Test
    void a_repeated_check_in_whose_first_answer_was_lost_is_uploaded_already() {
        CheckIn in = desk.checkIn("A", 1);
        ledger.add(in);
        library.lend("A", "P");
        library.disturb((transaction, number) -> number == 1 ? Fate.DROPPED_AFTER : Fate.SERVED);
        upload();
        assertEquals(UPLOADED, ledger.state(in));
        assertTrue(ledger.row(in).standing().alreadyApplied());
        assertEquals(1, library.timesApplied(in));
    }

    @Test
    void a_check_in_of_an_item_that_is_in_is_uploaded_already() {
        CheckIn in = desk.checkIn("A", 1);
        ledger.add(in);
        upload();
        assertEquals(UPLOADED, ledger.state(in));
        assertTrue(ledger.row(in).standing().alreadyApplied());
    }

    @Test
    void a_repeated_check_out_whose_first_answer_was_lost_goes_to_the_desk() {
        CheckIn before = desk.checkIn("A", 1);
        CheckOut out = desk.checkOut("P", "A", 2);
        ledger.add(before, out);
        library.disturb((transaction, number) -> number == 1 ? Fate.DROPPED_AFTER : Fate.SERVED);
        upload();
        assertEquals(UPLOAD_FAILED, ledger.state(out));
        assertTrue(ledger.row(out).standing().outcomeUnknown(), "it may be our own loan");
        assertEquals(1, library.timesApplied(out));
        assertEquals(0, library.timesApplied(before), "our own loan must not be ended by an older check-in");
        assertEquals(SUPERSEDED, ledger.state(before));
    }

    @Test
    void finds_out_about_what_was_in_flight_when_the_program_died() {
        CheckIn in = desk.checkIn("A", 1);
        CheckOut out = desk.checkOut("P", "B", 2);
        ledger.put(in, Standing.awaitingSync(Desk.OPENING).inFlight(Desk.OPENING));
        ledger.put(out, Standing.awaitingSync(Desk.OPENING).inFlight(Desk.OPENING));
        library.lend("B", "P");
        upload();
        assertEquals(UPLOADED, ledger.state(in));
        assertEquals(List.of(COMMS_FAILURE, IN_FLIGHT, UPLOADED), ledger.history(in));
        assertEquals(UPLOAD_FAILED, ledger.state(out));
        assertTrue(ledger.row(out).standing().outcomeUnknown());
        assertEquals(2, ledger.row(out).standing().attempts());
    }

    @Test
    void passes_over_rows_that_the_desk_deletes_meanwhile() {
        List<CheckIn> ins = many(20);
        library.answer((transaction, number) -> {
            if (transaction.equals(ins.getFirst())) {
                ins.subList(10, 20).forEach(in -> ledger.delete(in.id()));
            }
            return Optional.empty();
        });
        UploadRun run = uploader(2).run(UploadMonitor.SILENT);
        assertEquals(Optional.of(Ending.COMPLETED), run.ending());
        assertEquals(10, run.uploaded());
        assertEquals(10, library.received().size());
    }

    @Test
    void a_transport_that_fails_by_itself_leaves_the_outcome_unknown() {
        CheckIn in = desk.checkIn("A", 1);
        ledger.add(in);
        library.answer((transaction, number) -> {
            throw new IllegalStateException("a bug");
        });
        upload();
        assertEquals(COMMS_FAILURE, ledger.state(in));
        assertTrue(ledger.row(in).standing().outcomeUnknown());
    }

    @Test
    void a_monitor_that_fails_harms_nobody() {
        CheckIn in = desk.checkIn("A", 1);
        ledger.add(in);
        uploader(1).run(new UploadMonitor() {
            @Override
            public void sending(int lane, QueueEntry entry) {
                throw new IllegalStateException("a bug");
            }

            @Override
            public boolean isCancelled() {
                throw new IllegalStateException("a bug");
            }
        });
        assertEquals(UPLOADED, ledger.state(in));
    }

    @Test
    void runs_only_once_at_a_time() throws Exception {
        ledger.add(desk.checkIn("A", 1));
        CountDownLatch out = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        library.answer((transaction, number) -> {
            out.countDown();
            await(answer);
            return Optional.empty();
        });
        Uploader uploader = uploader(1);
        Thread first = Thread.ofPlatform().start(() -> uploader.run(UploadMonitor.SILENT));
        await(out);
        assertTrue(uploader.isRunning());
        assertThrows(IllegalStateException.class, () -> uploader.run(UploadMonitor.SILENT));
        answer.countDown();
        first.join();
        assertFalse(uploader.isRunning());
    }

    @Test
    void sends_as_many_requests_at_once_as_there_are_lanes() {
        many(9);
        CyclicBarrier together = new CyclicBarrier(4);
        AtomicInteger number = new AtomicInteger();
        library.answer((transaction, attempt) -> {
            // The first goes alone; of the other eight, four meet twice, or this never ends.
            if (number.incrementAndGet() > 1) {
                try {
                    together.await(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                    return Optional.of(new Outcome.NoAnswer("nobody came", true, Optional.empty()));
                }
            }
            return Optional.empty();
        });
        assertEquals(9, uploader(4).run(UploadMonitor.SILENT).uploaded());
    }

    @Test
    void tells_the_monitor_of_everything() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        ledger.add(desk.checkOut("P", "A", 1), desk.checkIn("A", 2));
        uploader(4).run(new UploadMonitor() {
            @Override
            public void planned(int total, int lanes) {
                heard.add("planned " + total + " on " + lanes);
            }

            @Override
            public void sending(int lane, QueueEntry entry) {
                heard.add("sending on " + lane + " " + entry.state());
            }

            @Override
            public void settled(QueueEntry entry) {
                heard.add("settled " + entry.state());
            }

            @Override
            public void idle(int lane) {
                heard.add("idle " + lane);
            }
        });
        assertEquals(List.of("planned 2 on 4", "sending on 0 IN_FLIGHT", "settled UPLOADED", "settled SUPERSEDED",
                "idle 0"), heard);
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
