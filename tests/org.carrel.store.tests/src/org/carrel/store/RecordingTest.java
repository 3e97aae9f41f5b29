/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.store;
import static org.carrel.store.Scans.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The queue, as the desk uses it")
class RecordingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Origin CHIEF = new Origin("desk-2", "chief");

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
    void a_new_queue_is_healthy_and_empty() {
        store.close();
        store = new Store(TestBranch.in(folder.resolve("new")), Clock.systemUTC());
        assertInstanceOf(QueueHealth.Healthy.class, store.health());
        assertEquals(0, store.count(QueueQuery.all()));
        assertEquals(0, store.index(QueueQuery.all()).length);
        assertTrue(store.counts().isEmpty());
    }

    @Test
    void what_was_added_is_read_back_to_the_last_nanosecond_and_awaits_sync() {
        CheckOut out = scans.checkOut("P 1-*", "\u00fc 39.1*-");
        CheckIn in = scans.checkIn("I2");
        List<QueueEntry> entries = stored(store.add(List.of(out, in)));
        assertEquals(List.of(new QueueEntry(1, out, Standing.awaitingSync(NOW)),
                new QueueEntry(2, in, Standing.awaitingSync(NOW))), entries);
        assertEquals(entries, all(store));
        assertEquals(Optional.of(entries.get(1)), store.find(in.id()));
        assertEquals(Optional.empty(), store.find(scans.checkIn("I3").id()));
    }

    @Test
    void moments_far_away_survive_too() {
        CheckOut out = new CheckOut(scans.checkIn("x").id(), scans.checkOut("P", "x").patron(),
                new ItemBarcode("I"), Instant.MAX, Instant.MIN, TestBranch.DESK);
        assertEquals(out, store(store, out).transaction());
        assertEquals(out, all(store).getFirst().transaction());
    }

    @Test
    void it_is_all_there_after_closing_and_opening() {
        List<QueueEntry> before = stored(store.add(scans.some(25)));
        store.close();
        store = new Store(branch, Clock.systemUTC());
        assertEquals(before, all(store));
        assertEquals(26, store(store, scans.checkIn("next")).sequence());
    }

    @Test
    void the_same_id_is_kept_once_and_answered_with_the_row_that_is_there() {
        Transaction first = scans.checkIn("I1");
        QueueEntry row = store(store, first);
        Transaction second = scans.checkIn("I2");
        List<QueueEntry> answer = stored(store.add(List.of(second, first, second)));
        assertEquals(List.of(2L, 1L, 2L), answer.stream().map(QueueEntry::sequence).toList());
        assertEquals(row, answer.get(1));
        assertEquals(2, store.count(QueueQuery.all()));
    }

    @Test
    void adding_nothing_is_stored_at_once() {
        assertEquals(new Acknowledgement.Stored(List.of()), store.add(List.of()));
    }

    @Test
    void thousands_at_once_keep_their_order() {
        List<Transaction> many = scans.some(3_000);
        List<QueueEntry> answer = stored(store.add(many));
        assertEquals(many, answer.stream().map(QueueEntry::transaction).toList());
        assertEquals(many, all(store).stream().map(QueueEntry::transaction).toList());
    }

    @Test
    void a_deleted_row_is_gone_for_good_and_its_sequence_is_not_used_again() {
        List<QueueEntry> rows = stored(store.add(scans.some(3)));
        assertEquals(List.of(rows.get(2).id()), store.delete(List.of(rows.get(2).id()), CHIEF));
        assertEquals(List.of(), stored(store.add(rows.get(2).transaction())));
        store.close();
        store = new Store(branch, Clock.systemUTC());
        assertEquals(List.of(), stored(store.add(rows.get(2).transaction())));
        assertEquals(rows.subList(0, 2), all(store));
        assertEquals(4, store(store, scans.checkIn("next")).sequence());
    }

    @Test
    void deleting_leaves_an_audit_line_without_the_patron() throws Exception {
        QueueEntry row = store(store, scans.checkOut("SECRET-PATRON", "I1"));
        store.delete(List.of(row.id()), CHIEF);
        store.close();
        assertEquals(List.of("1|" + row.id() + "|CHECK_OUT|I1|AWAITING_SYNC|2026-03-02T12:00:00.000000000Z|desk-2"
                + "|chief|null"), Tables.read(branch.queue(), "SELECT * FROM DELETED_TRANSACTION"));
    }

    @Test
    void what_is_in_flight_cannot_be_deleted() {
        List<QueueEntry> rows = stored(store.add(scans.some(2)));
        store.record(rows.get(0).id(), rows.get(0).standing().inFlight(NOW), List.of());
        assertEquals(List.of(rows.get(1).id()), store.delete(Scans.ids(rows), CHIEF));
        assertEquals(List.of(rows.get(0).id()), Scans.ids(all(store)));
    }

    @Test
    void deleting_what_is_not_there_deletes_nothing() {
        assertEquals(List.of(), store.delete(List.of(scans.checkIn("I1").id()), CHIEF));
        assertEquals(List.of(), store.delete(List.of(), CHIEF));
    }

    @Test
    void a_failed_transaction_is_replaced_by_the_corrected_one() throws Exception {
        QueueEntry wrong = store(store, scans.checkOut("P9", "I1"));
        store.record(wrong.id(), wrong.standing().uploadFailed(NOW,
                new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User", "nobody")), List.of());
        CheckOut right = scans.checkOut("P1", "I1");
        assertTrue(store.correct(wrong.id(), right));
        List<QueueEntry> rows = all(store);
        assertEquals(List.of(new QueueEntry(2, right, Standing.awaitingSync(NOW))), rows);
        assertFalse(store.correct(wrong.id(), scans.checkOut("P2", "I1")), "only once");
        store.close();
        assertEquals(List.of("1|" + right.id()),
                Tables.read(branch.queue(), "SELECT SEQUENCE, REPLACED_BY FROM DELETED_TRANSACTION"));
    }

    @Test
    void only_a_failed_transaction_can_be_corrected_and_only_by_a_new_one() {
        QueueEntry row = store(store, scans.checkOut("P1", "I1"));
        assertFalse(store.correct(row.id(), scans.checkOut("P2", "I1")));
        store.record(row.id(), row.standing().uploadFailed(NOW, new Problem(Problem.Kind.OTHER, "", "")), List.of());
        assertFalse(store.correct(row.id(), row.transaction()));
        assertEquals(Set.of(TransactionState.UPLOAD_FAILED), store.counts().keySet());
    }

    @Test
    void an_interrupted_caller_loses_nothing_and_stays_interrupted() {
        List<Transaction> given = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            given.add(scans.checkIn("I" + i));
            Thread.currentThread().interrupt();
            Scans.store(store, given.getLast());
            assertTrue(Thread.interrupted(), "the flag is the caller's to handle");
        }
        assertEquals(given, all(store).stream().map(QueueEntry::transaction).toList());
        assertInstanceOf(QueueHealth.Healthy.class, store.health());
    }

    @Test
    void a_long_operator_name_does_not_cost_the_scan() {
        CheckIn in = new CheckIn(scans.checkIn("x").id(), new ItemBarcode("I1"), NOW,
                new Origin("w".repeat(300), "\ud83d\ude00".repeat(300)));
        QueueEntry row = store(store, in);
        assertEquals(255, row.transaction().origin().workstation().length());
        assertEquals(row, all(store).getFirst());
    }

    @Test
    void after_closing_nothing_is_acknowledged() {
        store.close();
        assertInstanceOf(Acknowledgement.NotSaved.class, store.add(scans.checkIn("late")));
    }
}
