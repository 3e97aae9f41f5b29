/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.store;
import static org.carrel.store.Scans.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.model.CheckOut;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.port.AuditTrail.Deed;
import org.carrel.model.port.AuditTrail.Flaw;
import org.carrel.model.port.AuditTrail.Line;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.testkit.TestDataKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The audit trail")
class AuditTest {

    private static final Origin CHIEF = new Origin("office", "chief");
    private static final String NOBODY_CAN = "00000000000000000000000000000000000000000000000000000000000000ff";

    private final DataKey key = new TestDataKey("of the branch");
    private final Scans scans = new Scans();

    @TempDir
    Path folder;

    private TestBranch clear;
    private TestBranch sealed;

    @BeforeEach
    void branches() {
        clear = TestBranch.withQueue(folder);
        sealed = clear.with(key);
    }

    @Test
    void tells_of_everything_that_is_done_with_a_transaction() throws Exception {
        CheckOut first = scans.checkOut("21234000009999", "I1");
        CheckOut second = scans.checkOut("21234000009999", "I2");
        CheckOut third = scans.checkOut("21234000008888", "I3");
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            stored(store.add(List.of(first, second)));
            Standing inFlight = Standing.awaitingSync(Instant.now()).inFlight(Instant.now());
            store.record(first.id(), inFlight, List.of());
            store.record(first.id(), inFlight.uploaded(Instant.now(), Optional.empty(), false), List.of());
            store.record(second.id(), inFlight.commsFailure(Instant.now(), "away", false), List.of());
            store.retry(List.of(second.id()));
            store.record(second.id(), inFlight.uploadFailed(Instant.now(),
                    new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User", "21234000009999")), List.of());
            assertTrue(store.correct(second.id(), third));
            store.delete(List.of(third.id()), CHIEF);
            store.note(Deed.REKEYED, CHIEF, "a new password");
            List<Line> lines = lines(store);
            assertEquals(List.of("BEGUN", "SEALED", "RECORDED", "RECORDED", "UPLOADED", "PUT_BACK", "UPLOAD_FAILED",
                    "CORRECTED", "RECORDED", "DELETED", "REKEYED"),
                    lines.stream().map(Line::deed).toList());
            assertEquals(store.patron(first.patron()), lines.get(2).patron());
            assertEquals(lines.get(2).patron(), lines.get(3).patron(), "the same patron");
            assertNotEquals(lines.get(2).patron(), lines.get(8).patron(), "another patron");
            assertEquals(Optional.of(second.id()), lines.get(7).transaction());
            assertEquals(third.id().toString(), lines.get(7).detail());
            assertEquals(CHIEF, lines.get(9).by());
            assertEquals("a new password", lines.get(10).detail());
            assertEquals(TestBranch.DESK, lines.get(4).by());
            assertTrue(store.verify().isWhole());
            assertFalse(lines.toString().contains("21234000009999"));
        }
    }

    @Test
    void calls_a_patron_differently_under_another_key() throws Exception {
        PatronBarcode patron = new PatronBarcode("21234000009999");
        String here;
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            here = store.patron(patron);
        }
        TestBranch other = TestBranch.withQueue(folder.resolve("other")).with(new TestDataKey("of another branch"));
        try (Store store = new Store(other, Clock.systemUTC())) {
            assertNotEquals(here, store.patron(patron));
        }
    }

    @Test
    void has_one_line_for_each_deed() throws Exception {
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            store(store, scans.checkIn("I1"));
            long before = store.verify().lines();
            QueueEntry row = store(store, scans.checkIn("I2"));
            store.record(row.id(), Standing.awaitingSync(Instant.now()).inFlight(Instant.now()).uploaded(Instant.now(),
                    Optional.empty(), false), List.of());
            assertEquals(before + 2, store.verify().lines());
            assertTrue(store.verify().isWhole());
        }
    }

    @Test
    void goes_on_when_a_clear_queue_gets_a_key_and_no_line_without_the_key_counts_from_then_on() throws Exception {
        try (Store store = new Store(clear, Clock.systemUTC())) {
            store(store, scans.checkOut("P1", "I1"));
            assertTrue(store.verify().isWhole());
        }
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            store(store, scans.checkOut("P1", "I2"));
            assertTrue(store.verify().isWhole());
            assertEquals(List.of("BEGUN", "RECORDED", "SEALED", "RECORDED"),
                    lines(store).stream().map(Line::deed).toList());
        }
        tamper("UPDATE AUDIT SET KEYED = FALSE WHERE SEQUENCE = 4");
        assertFlaws(new Flaw.Changed(4));
    }

    @Test
    void that_was_changed_anywhere_names_the_line() throws Exception {
        fill();
        for (String change : List.of("OPERATOR = 'somebody else'", "PATRON = ''", "MADE_AT = '2026-01-01T00:00:00Z'",
                "DEED = 'DELETED'", "DETAIL = 'x'", "TRANSACTION_ID = NULL", "HASH = X'" + NOBODY_CAN + "'",
                "PREVIOUS = X'" + NOBODY_CAN + "'", "WORKSTATION = ''")) {
            SavedFolder honest = new SavedFolder(sealed.queue());
            tamper("UPDATE AUDIT SET " + change + " WHERE SEQUENCE = 5");
            assertFlaws(new Flaw.Changed(5));
            org.carrel.store.internal.derby.Folders.erase(sealed.queue());
            honest.copyTo(sealed.queue());
        }
    }

    @Test
    void that_lost_a_line_names_the_place() throws Exception {
        fill();
        tamper("DELETE FROM AUDIT WHERE SEQUENCE IN (4, 5)");
        assertFlaws(new Flaw.RemovedBehind(3));
    }

    @Test
    void that_lost_a_line_and_was_numbered_again_names_the_place() throws Exception {
        fill();
        tamper("DELETE FROM AUDIT WHERE SEQUENCE = 4", "UPDATE AUDIT SET SEQUENCE = SEQUENCE - 1 WHERE SEQUENCE > 4",
                "UPDATE AUDIT_HEAD SET SEQUENCE = SEQUENCE - 1");
        List<Flaw> flaws = flaws();
        assertEquals(new Flaw.RemovedBehind(3), flaws.getFirst(), flaws.toString());
    }

    @Test
    void that_lost_its_first_line_names_the_place() throws Exception {
        fill();
        tamper("DELETE FROM AUDIT WHERE SEQUENCE = 1");
        assertFlaws(new Flaw.RemovedBehind(0));
    }

    @Test
    void that_got_a_line_from_somebody_else_names_it() throws Exception {
        fill();
        tamper("UPDATE AUDIT SET SEQUENCE = SEQUENCE + 100 WHERE SEQUENCE > 5",
                "INSERT INTO AUDIT SELECT 6, MADE_AT, WORKSTATION, OPERATOR, 'DELETED', TRANSACTION_ID, PATRON, DETAIL,"
                        + " KEYED, PREVIOUS, HASH FROM AUDIT WHERE SEQUENCE = 5",
                "UPDATE AUDIT SET SEQUENCE = SEQUENCE - 99 WHERE SEQUENCE > 100",
                "UPDATE AUDIT_HEAD SET SEQUENCE = SEQUENCE + 1");
        List<Flaw> flaws = flaws();
        assertEquals(new Flaw.Inserted(6), flaws.getFirst(), flaws.toString());
    }

    @Test
    void that_lost_its_end_is_found_at_the_start_and_by_the_check_and_the_queue_is_well() throws Exception {
        long last = fill();
        tamper("DELETE FROM AUDIT WHERE SEQUENCE > 4");
        assertFlaws(new Flaw.RemovedBehind(4));
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            String remark = assertInstanceOf(QueueHealth.Healthy.class, store.health()).remark().orElse("");
            assertTrue(remark.contains("does not end where it should"), remark);
            store(store, scans.checkIn("I9"));
            assertEquals(List.of(new Flaw.RemovedBehind(4)), store.verify().flaws());
            assertEquals(last + 2, lines(store).getLast().sequence(), "one that says so, and the scan");
        }
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            assertEquals(new QueueHealth.Healthy(), store.health(), "it is said once");
            assertEquals(List.of(new Flaw.RemovedBehind(4)), store.verify().flaws(), "and found for ever");
        }
    }

    @Test
    void that_lost_its_end_with_a_head_to_match_is_found() throws Exception {
        fill();
        tamper("DELETE FROM AUDIT WHERE SEQUENCE > 4",
                "UPDATE AUDIT_HEAD SET SEQUENCE = 4, HASH = (SELECT HASH FROM AUDIT WHERE SEQUENCE = 4)");
        assertFlaws(new Flaw.RemovedBehind(4));
    }

    @Test
    void that_got_lines_behind_its_end_names_them() throws Exception {
        long last = fill();
        tamper("INSERT INTO AUDIT SELECT " + (last + 1) + ", MADE_AT, WORKSTATION, OPERATOR, DEED, TRANSACTION_ID,"
                + " PATRON, DETAIL, KEYED, PREVIOUS, HASH FROM AUDIT WHERE SEQUENCE = 3");
        List<Flaw> flaws = flaws();
        assertFalse(flaws.isEmpty());
        tamper("UPDATE AUDIT SET OPERATOR = 'x' WHERE SEQUENCE = " + (last + 1));
        assertEquals(new Flaw.Inserted(last + 1), flaws().getFirst());
    }

    @Test
    void that_was_emptied_is_found() throws Exception {
        fill();
        tamper("DELETE FROM AUDIT");
        assertFlaws(new Flaw.RemovedBehind(0));
        fill();
        tamper("DELETE FROM AUDIT_HEAD");
        assertFalse(flaws().isEmpty());
    }

    @Test
    void of_a_queue_that_fails_is_not_available() throws Exception {
        java.nio.file.Files.writeString(folder.resolve("file"), "");
        try (Store store = new Store(new TestBranch(folder.resolve("file"), folder.resolve("journal")),
                Clock.systemUTC())) {
            assertThrows(QueueUnavailableException.class, store::verify);
            assertThrows(QueueUnavailableException.class, () -> store.note(Deed.SIGNED_IN, CHIEF, ""));
        }
    }

    /** Some scans; gives the number of the last line. */
    private long fill() {
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            for (int i = 0; i < 6; i++) {
                store(store, scans.checkOut("P" + i, "I" + i));
            }
            return lines(store).getLast().sequence();
        }
    }

    private void tamper(String... statements) throws Exception {
        Tables.change(sealed.queue(), Optional.of(key), statements);
    }

    private void assertFlaws(Flaw... expected) throws Exception {
        assertEquals(List.of(expected), flaws());
    }

    /** As a check finds them, past the start, which would go on with the trail. */
    private List<Flaw> flaws() throws Exception {
        return AuditLook.verify(sealed.queue(), key).flaws();
    }

    private static List<Line> lines(Store store) {
        List<Line> lines = new ArrayList<>();
        store.read(lines::add);
        return lines;
    }
}
