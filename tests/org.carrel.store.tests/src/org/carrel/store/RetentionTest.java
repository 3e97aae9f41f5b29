/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.ids;
import static org.carrel.store.Scans.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.carrel.model.FollowUp;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;
import org.carrel.model.port.AuditTrail.Line;
import org.carrel.model.port.QueueChange;
import org.carrel.testkit.TestDataKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Transactions that are done with and old")
class RetentionTest {

    private static final String PATRON = "21234000009999";
    private static final Instant UPLOADED_AT = Scans.MORNING.plus(Duration.ofDays(1));

    private final TestDataKey key = new TestDataKey("of the branch");
    private final Scans scans = new Scans();

    @TempDir
    Path folder;

    private TestBranch branch;
    private List<Transaction> given;

    @BeforeEach
    void one_row_in_each_state() {
        branch = TestBranch.in(folder).with(key);
        given = new ArrayList<>();
        for (TransactionState state : TransactionState.values()) {
            given.add(scans.checkOut(PATRON, "I-" + state));
        }
        try (Store store = new Store(branch, Clock.fixed(Scans.MORNING, ZoneOffset.UTC))) {
            stored(store.add(given));
            for (TransactionState state : TransactionState.values()) {
                store.record(given.get(state.ordinal()).id(), standing(state),
                        state == TransactionState.UPLOADED
                                ? List.of(new FollowUp(FollowUp.Kind.HOLD, "for " + PATRON, "MAIN"))
                                : List.of());
            }
            store.setDone(store.toDos(1).getFirst().number(), true);
        }
    }

    @Test
    void lose_their_patron_after_the_days_of_the_branch_and_the_others_are_not_touched() throws Exception {
        assertEquals(6, rowsAfter(Duration.ofDays(90).plusHours(23)).size());
        List<QueueEntry> left = rowsAfter(Duration.ofDays(91).plusSeconds(1));
        assertEquals(List.of(TransactionState.AWAITING_SYNC, TransactionState.IN_FLIGHT,
                TransactionState.COMMS_FAILURE, TransactionState.UPLOAD_FAILED),
                left.stream().map(QueueEntry::state).toList());
        assertEquals(List.of("4|I-UPLOADED|UPLOADED", "6|I-SUPERSEDED|SUPERSEDED"),
                read("SELECT SEQUENCE, ITEM, STATE FROM ARCHIVED_TRANSACTION ORDER BY SEQUENCE"));
        assertEquals(List.of(), read("SELECT TEXT FROM TO_DO"), "what the library system said is gone, too");
        for (String table : List.of("ARCHIVED_TRANSACTION", "DELETED_TRANSACTION", "AUDIT", "TO_DO")) {
            assertTrue(read("SELECT * FROM " + table).stream().noneMatch(row -> row.contains(PATRON)), table);
        }
    }

    @Test
    void do_not_come_back_and_still_say_what_was_uploaded_last() throws Exception {
        rowsAfter(Duration.ofDays(100));
        try (Store store = new Store(branch, after(Duration.ofDays(100)))) {
            assertEquals(4, stored(store.add(given)).size(), "the archived ones are known");
            assertEquals(4, all(store).size());
            Transaction uploaded = given.get(TransactionState.UPLOADED.ordinal());
            assertEquals(uploaded.id(), store.latestUploaded(List.of(uploaded.item())).get(uploaded.item()).id());
            assertEquals(Map.of(), store.latestUploaded(List.of(new ItemBarcode("I-SUPERSEDED"))));
            assertEquals(7, Scans.store(store, scans.checkIn("next")).sequence(), "no number is used again");
        }
    }

    @Test
    void are_forgotten_after_the_longer_time_except_that_they_were() throws Exception {
        assertEquals(4, rowsAfter(Duration.ofDays(367)).size());
        assertEquals(List.of(), read("SELECT * FROM ARCHIVED_TRANSACTION"));
        assertEquals(List.of("4||UPLOADED", "6||SUPERSEDED"),
                read("SELECT SEQUENCE, ITEM, STATE FROM DELETED_TRANSACTION ORDER BY SEQUENCE"));
        try (Store store = new Store(branch, after(Duration.ofDays(367)))) {
            assertEquals(4, stored(store.add(given)).size());
            List<Line> lines = new ArrayList<>();
            store.read(lines::add);
            assertEquals(2, lines.stream().filter(line -> line.deed().equals("ARCHIVED")).count());
            assertEquals(2, lines.stream().filter(line -> line.deed().equals("FORGOTTEN")).count());
            assertTrue(store.verify().isWhole());
        }
    }

    @Test
    void leave_the_list_while_it_is_shown() throws Exception {
        List<QueueEntry> gone = new ArrayList<>();
        CountDownLatch heard = new CountDownLatch(1);
        try (Store store = new Store(branch, Clock.fixed(Scans.MORNING, ZoneOffset.UTC))) {
            store.observe(change -> {
                if (change instanceof QueueChange.Removed removed) {
                    gone.addAll(removed.entries());
                    heard.countDown();
                }
            });
            store.archive(after(Duration.ofDays(100)));
            assertTrue(heard.await(1, TimeUnit.MINUTES));
        }
        assertEquals(List.of(given.get(3).id(), given.get(5).id()), ids(gone));
    }

    private static Standing standing(TransactionState state) {
        Standing sent = Standing.awaitingSync(Scans.MORNING).inFlight(UPLOADED_AT);
        return switch (state) {
            case AWAITING_SYNC -> Standing.awaitingSync(UPLOADED_AT);
            case IN_FLIGHT -> sent;
            case COMMS_FAILURE -> sent.commsFailure(UPLOADED_AT, "away", true);
            case UPLOADED -> sent.uploaded(UPLOADED_AT, Optional.empty(), false);
            case UPLOAD_FAILED -> sent.uploadFailed(UPLOADED_AT, new Problem(Problem.Kind.UNKNOWN_PATRON, "", ""));
            case SUPERSEDED -> sent.superseded(UPLOADED_AT);
        };
    }

    /** What the queue holds when everything was done that is due then. */
    private List<QueueEntry> rowsAfter(Duration time) {
        try (Store store = new Store(branch, Clock.fixed(Scans.MORNING, ZoneOffset.UTC))) {
            store.archive(after(time));
            return all(store);
        }
    }

    private static Clock after(Duration time) {
        return Clock.fixed(Scans.MORNING.plus(time), ZoneOffset.UTC);
    }

    private List<String> read(String sql) throws Exception {
        return Tables.read(branch.queue(), Optional.of(key), sql);
    }
}
