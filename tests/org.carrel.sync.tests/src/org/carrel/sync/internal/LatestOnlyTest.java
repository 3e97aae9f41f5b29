/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.carrel.model.TransactionState.AWAITING_SYNC;
import static org.carrel.model.TransactionState.COMMS_FAILURE;
import static org.carrel.model.TransactionState.SUPERSEDED;
import static org.carrel.model.TransactionState.UPLOADED;
import static org.carrel.model.TransactionState.UPLOAD_FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Outcome;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.UploadRun;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.internal.FakeLibrary.Fate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Of several transactions on one item")
@Timeout(60)
class LatestOnlyTest {

    private final Desk desk = new Desk();
    private final MemoryLedger ledger = new MemoryLedger();
    private final FakeLibrary library = new FakeLibrary();

    private UploadRun upload(Rule rule) {
        return new UploadService(ledger, library, Desk.branch(rule, 4), Clock.systemUTC(), UploadServiceTest.HASTY)
                .run(UploadMonitor.SILENT);
    }

    private UploadRun upload() {
        return upload(Rule.LATEST_ONLY);
    }

    private static Optional<PatronBarcode> patron(String barcode) {
        return Optional.of(new PatronBarcode(barcode));
    }

    @Test
    void only_the_latest_is_sent() {
        CheckOut first = desk.checkOut("P", "A", 1);
        CheckIn second = desk.checkIn("A", 2);
        CheckOut third = desk.checkOut("Q", "A", 3);
        ledger.add(third, first, second);
        UploadRun run = upload();
        assertEquals(List.of(third), library.received());
        assertEquals(SUPERSEDED, ledger.state(first));
        assertEquals(SUPERSEDED, ledger.state(second));
        assertEquals(UPLOADED, ledger.state(third));
        assertEquals(2, run.superseded());
    }

    @Test
    void all_are_sent_in_order_when_the_branch_wants_the_full_history() {
        CheckOut first = desk.checkOut("P", "A", 1);
        CheckIn second = desk.checkIn("A", 2);
        CheckOut third = desk.checkOut("Q", "A", 3);
        ledger.add(third, first, second);
        UploadRun run = upload(Rule.FULL_HISTORY);
        assertEquals(List.of(first, second, third), library.received());
        assertEquals(3, run.uploaded());
        assertEquals(patron("Q"), library.holder("A"));
    }

    @Test
    void a_missing_answer_holds_up_the_rest_of_a_full_history() {
        CheckOut first = desk.checkOut("P", "A", 1);
        CheckIn second = desk.checkIn("A", 2);
        ledger.add(first, second);
        library.disturb((transaction, number) -> Fate.LOST);
        upload(Rule.FULL_HISTORY);
        assertEquals(COMMS_FAILURE, ledger.state(first));
        assertEquals(AWAITING_SYNC, ledger.state(second));
    }

    @Test
    void the_earlier_check_in_is_sent_after_all_when_the_item_is_still_out() {
        CheckIn in = desk.checkIn("A", 1);
        CheckOut out = desk.checkOut("P", "A", 2);
        ledger.add(in, out);
        library.lend("A", "Q");
        UploadRun run = upload();
        assertEquals(List.of(out, in, out), library.received());
        assertEquals(UPLOADED, ledger.state(in));
        assertEquals(UPLOADED, ledger.state(out));
        assertEquals(2, ledger.row(out).standing().attempts());
        assertEquals(patron("P"), library.holder("A"));
        assertEquals(2, run.uploaded());
        assertEquals(0, run.failed());
    }

    @Test
    void what_lies_before_and_behind_that_check_in_is_superseded() {
        CheckOut before = desk.checkOut("Z", "A", 1);
        CheckIn in = desk.checkIn("A", 2);
        CheckOut between = desk.checkOut("Y", "A", 3);
        CheckOut out = desk.checkOut("P", "A", 4);
        ledger.add(before, in, between, out);
        library.lend("A", "Q");
        upload();
        assertEquals(SUPERSEDED, ledger.state(before));
        assertEquals(UPLOADED, ledger.state(in));
        assertEquals(SUPERSEDED, ledger.state(between));
        assertEquals(UPLOADED, ledger.state(out));
    }

    @Test
    void a_check_out_goes_to_the_desk_when_nobody_saw_the_item_come_back() {
        CheckOut out = desk.checkOut("P", "A", 2);
        ledger.add(out);
        library.lend("A", "Q");
        upload();
        assertEquals(UPLOAD_FAILED, ledger.state(out));
        assertFalse(ledger.row(out).standing().outcomeUnknown());
        assertEquals(patron("Q"), library.holder("A"));
    }

    @Test
    void the_check_in_is_sent_as_well_when_the_check_out_is_refused_for_another_reason() {
        CheckIn in = desk.checkIn("A", 1);
        CheckOut out = desk.checkOut("unknown", "A", 2);
        ledger.add(in, out);
        library.lend("A", "Q");
        upload();
        assertEquals(UPLOADED, ledger.state(in));
        assertEquals(UPLOAD_FAILED, ledger.state(out));
        assertEquals(Problem.Kind.UNKNOWN_PATRON, ledger.row(out).standing().problem().orElseThrow().kind());
        assertEquals(Optional.empty(), library.holder("A"));
    }

    @Test
    void the_check_out_waits_when_the_check_in_before_it_gets_no_answer() {
        CheckIn in = desk.checkIn("A", 1);
        CheckOut out = desk.checkOut("P", "A", 2);
        ledger.add(in, out);
        library.lend("A", "Q");
        library.disturb((transaction, number) -> transaction.equals(in) ? Fate.DROPPED_AFTER : Fate.SERVED);
        // The second try of the check-in is answered: not checked out. Here none is.
        library.answer((transaction, number) -> transaction.equals(in) && number > 1
                ? Optional.of(new Outcome.NoAnswer("connection reset", true, Optional.empty()))
                : Optional.empty());
        upload();
        assertEquals(COMMS_FAILURE, ledger.state(in));
        assertEquals(AWAITING_SYNC, ledger.state(out));
        library.disturb((transaction, number) -> Fate.SERVED);
        library.answer((transaction, number) -> Optional.empty());
        upload();
        assertEquals(UPLOADED, ledger.state(out));
        assertEquals(SUPERSEDED, ledger.state(in));
        assertEquals(patron("P"), library.holder("A"));
        assertEquals(1, library.timesApplied(in));
        assertEquals(1, library.timesApplied(out));
    }

    @Test
    void the_check_out_is_refused_for_good_when_the_check_in_is_refused_too() {
        CheckIn in = desk.checkIn("A", 1);
        CheckOut out = desk.checkOut("P", "A", 2);
        ledger.add(in, out);
        library.lend("A", "Q");
        library.answer((transaction, number) -> transaction.equals(in)
                ? Optional.of(FakeLibrary.refused(Problem.Kind.NOT_ALLOWED_BY_POLICY))
                : Optional.empty());
        UploadRun run = upload();
        assertEquals(UPLOAD_FAILED, ledger.state(in));
        assertEquals(UPLOAD_FAILED, ledger.state(out));
        assertEquals(Problem.Kind.ITEM_ALREADY_OUT, ledger.row(out).standing().problem().orElseThrow().kind());
        assertEquals(2, run.failed());
        assertEquals(List.of(out, in), library.received());
    }

    @Test
    void the_one_before_counts_when_the_latest_is_deleted() {
        CheckIn in = desk.checkIn("A", 1);
        CheckOut mistake = desk.checkOut("P", "A", 2);
        CheckIn other = desk.checkIn("B", 0);
        ledger.add(in, mistake, other);
        library.lend("A", "Q");
        library.answer((transaction, number) -> {
            ledger.delete(mistake.id());
            return Optional.empty();
        });
        upload();
        assertEquals(List.of(other, in), library.received());
        assertEquals(UPLOADED, ledger.state(in));
    }

    @Test
    void nothing_is_superseded_by_something_that_got_no_answer() {
        CheckIn in = desk.checkIn("A", 1);
        CheckOut out = desk.checkOut("P", "A", 2);
        ledger.add(in, out);
        library.disturb((transaction, number) -> Fate.LOST);
        upload();
        assertEquals(AWAITING_SYNC, ledger.state(in));
        assertEquals(COMMS_FAILURE, ledger.state(out));
    }

    @Test
    void what_is_imported_late_does_not_undo_what_is_uploaded() {
        CheckOut out = desk.checkOut("P", "A", 5);
        ledger.add(out);
        upload();
        CheckIn late = desk.checkIn("A", 3);
        ledger.add(late);
        UploadRun run = upload();
        assertEquals(SUPERSEDED, ledger.state(late));
        assertEquals(1, run.superseded());
        assertEquals(patron("P"), library.holder("A"));
    }
}
