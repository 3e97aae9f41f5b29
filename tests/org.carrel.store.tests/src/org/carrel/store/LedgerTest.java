/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.ids;
import static org.carrel.store.Scans.store;
import static org.carrel.store.Scans.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.FollowUp;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.ToDo;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.UploadLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The queue, as an upload uses it")
class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Problem UNKNOWN = new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User", "no such user");
    private static final FollowUp HOLD = new FollowUp(FollowUp.Kind.HOLD, "Request: 1", "Main");
    private static final FollowUp FINE = new FollowUp(FollowUp.Kind.FINE, "1.20", "");

    @TempDir
    Path folder;

    private final Scans scans = new Scans();
    private TestBranch branch;
    private Store store;

    @BeforeEach
    void open() {
        branch = TestBranch.withQueue(folder);
        store = new Store(branch, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void each_standing_is_read_back_as_it_was_also_after_a_restart() {
        List<QueueEntry> rows = stored(store.add(scans.some(6)));
        Standing fresh = rows.getFirst().standing();
        List<Standing> standings = List.of(fresh.inFlight(NOW).commsFailure(NOW, "read timed out", true).inFlight(NOW),
                fresh.inFlight(NOW).commsFailure(NOW, "connection refused", false),
                fresh.inFlight(NOW).uploaded(NOW, Optional.of(NOW.plusNanos(1)), false),
                fresh.inFlight(NOW).uploaded(NOW, Optional.empty(), true),
                fresh.inFlight(NOW).uploadFailed(NOW, UNKNOWN), fresh.superseded(NOW));
        for (int i = 0; i < rows.size(); i++) {
            assertTrue(store.record(rows.get(i).id(), standings.get(i), List.of()));
        }
        assertEquals(standings, all(store).stream().map(QueueEntry::standing).toList());
        store.close();
        store = new Store(branch, Clock.systemUTC());
        assertEquals(standings, all(store).stream().map(QueueEntry::standing).toList());
    }

    @Test
    void pending_is_what_awaits_what_is_in_flight_and_what_got_no_answer_in_order() {
        List<QueueEntry> rows = stored(store.add(scans.some(6)));
        Standing fresh = rows.getFirst().standing();
        store.record(rows.get(1).id(), fresh.inFlight(NOW), List.of());
        store.record(rows.get(2).id(), fresh.uploaded(NOW, Optional.empty(), false), List.of());
        store.record(rows.get(3).id(), fresh.commsFailure(NOW, "", false), List.of());
        store.record(rows.get(4).id(), fresh.uploadFailed(NOW, UNKNOWN), List.of());
        store.record(rows.get(5).id(), fresh.superseded(NOW), List.of());
        List<QueueEntry> pending = store.pending();
        assertEquals(List.of(1L, 2L, 4L), pending.stream().map(QueueEntry::sequence).toList());
        assertEquals(store.find(rows.get(3).id()).orElseThrow(), pending.get(2));
    }

    @Test
    void pending_reads_long_queues_whole() {
        List<QueueEntry> rows = stored(store.add(scans.some(4_321)));
        assertEquals(rows, store.pending());
    }

    @Test
    void the_latest_uploaded_of_an_item_is_by_time_and_then_by_id() {
        QueueEntry early = store(store, scans.checkIn("I1"));
        QueueEntry late = store(store, scans.checkOut("P1", "I1"));
        store(store, scans.checkIn("I1"));
        store(store, scans.checkIn("I2"));
        QueueEntry other = store(store, scans.checkIn("I3"));
        for (QueueEntry row : List.of(late, early, other)) {
            store.record(row.id(), row.standing().inFlight(NOW).uploaded(NOW, Optional.empty(), false), List.of());
        }
        assertEquals(Map.of(new ItemBarcode("I1"), uploaded(late), new ItemBarcode("I3"), uploaded(other)),
                store.latestUploaded(List.of(new ItemBarcode("I1"), new ItemBarcode("I2"), new ItemBarcode("I3"),
                        new ItemBarcode("I4"))));
        assertEquals(Map.of(), store.latestUploaded(List.of()));
    }

    @Test
    void a_deleted_row_is_reported_and_nothing_is_changed() {
        QueueEntry row = store(store, scans.checkIn("I1"));
        store.delete(List.of(row.id()), TestBranch.DESK);
        assertFalse(store.record(row.id(), row.standing().inFlight(NOW), List.of(HOLD)));
        assertEquals(List.of(), store.toDos(10));
    }

    @Test
    void retrying_puts_back_what_failed_and_keeps_that_an_outcome_is_unknown() {
        List<QueueEntry> rows = stored(store.add(scans.some(4)));
        Standing fresh = rows.getFirst().standing();
        store.record(rows.get(0).id(), fresh.inFlight(NOW).uploadFailed(NOW, UNKNOWN), List.of());
        store.record(rows.get(1).id(), fresh.inFlight(NOW).commsFailure(NOW, "reset", true), List.of());
        store.record(rows.get(2).id(), fresh.inFlight(NOW), List.of());
        assertEquals(2, store.retry(ids(rows)));
        List<Standing> after = all(store).stream().map(QueueEntry::standing).toList();
        assertEquals(new Standing(TransactionState.AWAITING_SYNC, 1, NOW, false, false, Optional.empty(),
                Optional.empty(), ""), after.get(0));
        assertEquals(new Standing(TransactionState.AWAITING_SYNC, 1, NOW, true, false, Optional.empty(),
                Optional.empty(), ""), after.get(1));
        assertEquals(TransactionState.IN_FLIGHT, after.get(2).state());
        assertEquals(fresh, after.get(3));
        assertEquals(0, store.retry(List.of()));
    }

    @Test
    void follow_ups_become_a_to_do_list_open_ones_first_the_newest_first() {
        List<QueueEntry> rows = stored(store.add(scans.some(2)));
        Standing fresh = rows.getFirst().standing();
        store.record(rows.get(0).id(), fresh.uploaded(NOW, Optional.empty(), false), List.of(HOLD, FINE));
        store.record(rows.get(1).id(), fresh.uploaded(NOW.plusSeconds(1), Optional.empty(), false), List.of(FINE));
        assertEquals(List.of(toDo(3, rows.get(1), FINE, 1, false), toDo(2, rows.get(0), FINE, 0, false),
                toDo(1, rows.get(0), HOLD, 0, false)), store.toDos(10));
        store.setDone(3, true);
        assertEquals(List.of(toDo(2, rows.get(0), FINE, 0, false), toDo(1, rows.get(0), HOLD, 0, false),
                toDo(3, rows.get(1), FINE, 1, true)), store.toDos(10));
        assertEquals(List.of(2L, 1L), store.toDos(2).stream().map(ToDo::number).toList());
        assertEquals(List.of(), store.toDos(0));
        store.setDone(3, false);
        assertEquals(3L, store.toDos(1).getFirst().number());
    }

    @Test
    void a_to_do_outlives_its_transaction_and_numbers_go_on_after_a_restart() {
        QueueEntry row = store(store, scans.checkIn("I1"));
        store.record(row.id(), row.standing().uploaded(NOW, Optional.empty(), false), List.of(HOLD));
        store.delete(List.of(row.id()), TestBranch.DESK);
        store.close();
        store = new Store(branch, Clock.systemUTC());
        QueueEntry next = store(store, scans.checkIn("I2"));
        store.record(next.id(), next.standing().uploaded(NOW, Optional.empty(), false), List.of(FINE));
        assertEquals(List.of(2L, 1L), store.toDos(10).stream().map(ToDo::number).toList());
    }

    @Test
    void ticking_off_what_is_not_there_does_nothing() {
        List<QueueChange> heard = new ArrayList<>();
        store.observe(heard::add);
        store.setDone(17, true);
        assertEquals(List.of(), heard);
    }

    @Test
    void observers_hear_of_to_dos_and_runs() {
        QueueEntry row = store(store, scans.checkIn("I1"));
        List<Class<?>> heard = new ArrayList<>();
        store.observe(change -> heard.add(change.getClass()));
        store.record(row.id(), row.standing().uploaded(NOW, Optional.empty(), false), List.of(HOLD));
        store.setDone(1, true);
        store.setDone(1, true);
        store.record(run(0, Optional.empty()));
        assertEquals(List.of(QueueChange.Updated.class, QueueChange.UploadsChanged.class,
                QueueChange.UploadsChanged.class, QueueChange.UploadsChanged.class), heard);
    }

    @Test
    void a_run_replaces_the_one_with_the_same_start_and_the_newest_come_first() {
        store.record(run(0, Optional.empty()));
        store.record(run(1, Optional.empty()));
        store.record(run(0, Optional.of(UploadRun.Ending.CANCELLED)));
        assertEquals(List.of(run(1, Optional.empty()), run(0, Optional.of(UploadRun.Ending.CANCELLED))),
                store.runs(10));
        assertEquals(List.of(run(1, Optional.empty())), store.runs(1));
        assertEquals(List.of(), store.runs(0));
    }

    @Test
    void words_of_a_server_that_never_ends_are_cut_and_the_outcome_is_kept() {
        QueueEntry row = store(store, scans.checkIn("I1"));
        String endless = "x".repeat(100_000);
        assertTrue(store.record(row.id(), row.standing().uploadFailed(NOW,
                new Problem(Problem.Kind.OTHER, endless, endless)),
                List.of(new FollowUp(FollowUp.Kind.OTHER, endless, endless))));
        Problem problem = store.find(row.id()).orElseThrow().standing().problem().orElseThrow();
        assertEquals(4_000, problem.detail().length());
        assertEquals(255, problem.type().length());
        assertTrue(problem.detail().endsWith("x\u2026"));
        assertEquals(2_000, store.toDos(1).getFirst().followUp().text().length());
    }

    private static UploadLedger.Uploaded uploaded(QueueEntry row) {
        return new UploadLedger.Uploaded(row.transaction().occurredAt(), row.id());
    }

    private static ToDo toDo(long number, QueueEntry row, FollowUp followUp, int after, boolean done) {
        return new ToDo(number, row.id(), row.transaction().item(), followUp, NOW.plusSeconds(after),
                done ? Optional.of(NOW) : Optional.empty());
    }

    private static UploadRun run(int second, Optional<UploadRun.Ending> ending) {
        return new UploadRun(NOW.plusSeconds(second), ending.map(some -> NOW.plusSeconds(9)), ending, 1, 2, 3, 4,
                "detail");
    }
}
