/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.ids;
import static org.carrel.store.Scans.store;
import static org.carrel.store.Scans.stored;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueQuery.Kind;
import org.carrel.model.port.QueueQuery.Order;
import org.carrel.model.port.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The queue, as tables and counts show it")
class ViewingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    private final Scans scans = new Scans();
    private Store store;
    /** 1: P2 I1 out, 2: I3 in, 3: P1 I2 out, 4: P1 I1 in flight out, 5: I1 failed in. */
    private List<QueueEntry> rows;

    @BeforeEach
    void open() {
        store = new Store(TestBranch.withQueue(folder), Clock.systemUTC());
        rows = stored(store.add(List.of(scans.checkOut("P2", "I1"), scans.checkIn("I3"), scans.checkOut("P1", "I2"),
                scans.checkOut("P1", "I1"), scans.checkIn("I1"))));
        store.record(rows.get(3).id(), rows.get(3).standing().inFlight(NOW), List.of());
        store.record(rows.get(4).id(), rows.get(4).standing().uploadFailed(NOW,
                new Problem(Problem.Kind.UNKNOWN_ITEM, "Unknown Item", "100%_sure! it's Gone")), List.of());
        rows = all(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void without_wishes_it_shows_all_the_newest_first() {
        assertIndex(QueueQuery.all(), 5, 4, 3, 2, 1);
    }

    @Test
    void it_says_when_the_earliest_of_the_matching_rows_occurred() {
        assertEquals(Optional.of(Scans.MORNING), store.earliest(QueueQuery.all()));
        assertEquals(Optional.of(Scans.MORNING.plusSeconds(3)),
                store.earliest(QueueQuery.all().withStates(Set.of(TransactionState.IN_FLIGHT,
                        TransactionState.UPLOAD_FAILED))));
        assertEquals(Optional.empty(), store.earliest(QueueQuery.all().withStates(Set.of(TransactionState.UPLOADED))));
    }

    @Test
    void it_sorts_by_each_column_and_within_by_sequence() {
        assertIndex(QueueQuery.all().sortedBy(Order.SEQUENCE, false), 1, 2, 3, 4, 5);
        assertIndex(QueueQuery.all().sortedBy(Order.OCCURRED_AT, false), 1, 2, 3, 4, 5);
        assertIndex(QueueQuery.all().sortedBy(Order.ITEM, false), 1, 4, 5, 3, 2);
        assertIndex(QueueQuery.all().sortedBy(Order.ITEM, true), 2, 3, 5, 4, 1);
        assertIndex(QueueQuery.all().sortedBy(Order.KIND, false), 2, 5, 1, 3, 4);
        assertIndex(QueueQuery.all().sortedBy(Order.PATRON, false), 3, 4, 1, 2, 5);
        assertIndex(QueueQuery.all().sortedBy(Order.DUE_AT, false), 1, 3, 4, 2, 5);
    }

    @Test
    void states_sort_by_the_road_that_a_transaction_goes() {
        assertIndex(QueueQuery.all().sortedBy(Order.STATE, false), 1, 2, 3, 4, 5);
        assertIndex(QueueQuery.all().sortedBy(Order.STATE, true), 5, 4, 3, 2, 1);
        assertIndex(QueueQuery.all().sortedBy(Order.STATE, false)
                .withStates(Set.of(TransactionState.UPLOAD_FAILED, TransactionState.IN_FLIGHT)), 4, 5);
    }

    @Test
    void it_narrows_by_state_kind_item_patron_and_time() {
        assertIndex(QueueQuery.all().withStates(Set.of(TransactionState.AWAITING_SYNC)), 3, 2, 1);
        assertIndex(QueueQuery.all().withStates(Set.of(TransactionState.UPLOADED)));
        assertIndex(QueueQuery.all().withKind(Kind.CHECK_IN), 5, 2);
        assertIndex(QueueQuery.all().withKind(Kind.CHECK_OUT), 4, 3, 1);
        assertIndex(QueueQuery.all().withItem(new ItemBarcode("I1")), 5, 4, 1);
        assertIndex(QueueQuery.all().withPatron(new PatronBarcode("P1")), 4, 3);
        assertIndex(QueueQuery.all().since(rows.get(3).transaction().occurredAt()), 5, 4);
        assertIndex(QueueQuery.all().withPatron(new PatronBarcode("P1")).withItem(new ItemBarcode("I1"))
                .withKind(Kind.CHECK_OUT).since(Scans.MORNING), 4);
    }

    @Test
    void it_finds_text_in_barcodes_and_reasons_whatever_the_case_and_takes_no_wild_cards() {
        assertIndex(QueueQuery.all().withText("p1"), 4, 3);
        assertIndex(QueueQuery.all().withText(" i3 "), 2);
        assertIndex(QueueQuery.all().withText("unknown item"), 5);
        assertIndex(QueueQuery.all().withText("it's gone"), 5);
        assertIndex(QueueQuery.all().withText("100%_SURE!"), 5);
        assertIndex(QueueQuery.all().withText("%"), 5);
        assertIndex(QueueQuery.all().withText("_"), 5);
        assertIndex(QueueQuery.all().withText("1_1"));
    }

    @Test
    void rows_come_in_the_order_asked_for_without_those_that_are_gone() {
        store.delete(List.of(rows.get(1).id()), TestBranch.DESK);
        assertEquals(List.of(rows.get(4), rows.get(0), rows.get(4)), store.entries(5, 2, 1, 99, 5));
        assertEquals(List.of(), store.entries());
    }

    @Test
    void more_than_a_thousand_rows_at_once_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> store.entries(new long[1_001]));
    }

    @Test
    void it_counts_by_state() {
        assertEquals(Map.of(TransactionState.AWAITING_SYNC, 3, TransactionState.IN_FLIGHT, 1,
                TransactionState.UPLOAD_FAILED, 1), store.counts());
    }

    @Test
    void observers_hear_of_each_change_after_its_commit() {
        List<QueueChange> heard = new ArrayList<>();
        try (Subscription subscription = store.observe(heard::add)) {
            QueueEntry added = store(store, scans.checkIn("I9"));
            store(store, added.transaction());
            store.record(added.id(), added.standing().inFlight(NOW), List.of());
            store.delete(List.of(rows.get(0).id(), added.id()), TestBranch.DESK);
            store.retry(List.of(rows.get(4).id(), rows.get(2).id()));
            assertEquals(List.of(new QueueChange.Added(List.of(added)),
                    new QueueChange.Updated(List.of(store.find(added.id()).orElseThrow())),
                    new QueueChange.Removed(List.of(rows.get(0))),
                    new QueueChange.Updated(List.of(store.find(rows.get(4).id()).orElseThrow()))), heard);
        }
        store(store, scans.checkIn("unheard"));
        assertEquals(4, heard.size());
    }

    @Test
    void an_observer_sees_the_change_in_the_store_already_and_on_the_same_thread() {
        List<String> heard = new ArrayList<>();
        store.observe(change -> {
            if (change instanceof QueueChange.Added added) {
                heard.add(Thread.currentThread().getName() + store.find(added.entries().getFirst().id()).isPresent());
            }
        });
        store(store, scans.checkIn("I9"));
        assertEquals(List.of(Thread.currentThread().getName() + true), heard);
    }

    @Test
    void an_observer_that_throws_harms_nobody() {
        List<QueueChange> heard = new ArrayList<>();
        store.observe(change -> {
            throw new IllegalStateException("on purpose");
        });
        store.observe(change -> {
            throw new LinkageError("an error, as SWT throws them");
        });
        store.observe(heard::add);
        QueueEntry added = store(store, scans.checkIn("I9"));
        assertEquals(List.of(new QueueChange.Added(List.of(added))), heard);
    }

    @Test
    void a_change_made_by_an_observer_is_heard_by_all_after_the_one_before_it() {
        List<QueueChange> heard = new ArrayList<>();
        store.observe(change -> {
            if (change instanceof QueueChange.Added added && added.entries().getFirst().transaction().item().value()
                    .equals("first")) {
                store(store, scans.checkIn("second"));
            }
        });
        store.observe(heard::add);
        store(store, scans.checkIn("first"));
        assertEquals(List.of("first", "second"), heard.stream().map(change -> ((QueueChange.Added) change).entries()
                .getFirst().transaction().item().value()).toList());
    }

    private void assertIndex(QueueQuery query, long... sequences) {
        assertArrayEquals(sequences, store.index(query));
        assertEquals(sequences.length, store.count(query));
        assertEquals(ids(store.entries(sequences)).size(), sequences.length);
    }
}
