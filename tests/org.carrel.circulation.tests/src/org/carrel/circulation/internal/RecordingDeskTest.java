/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.carrel.circulation.Caution;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.circulation.Tally;
import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.BranchProfile.BarcodeRules.CheckDigit;
import org.carrel.model.BranchProfile.Features;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionState;
import org.carrel.model.port.Acknowledgement;
import org.carrel.testkit.MemoryQueue;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingDeskTest {

    private static final String PATRON = "21000000000013";
    private static final String OTHER_PATRON = "21000000000021";
    private static final String ITEM = "31000000000011";
    private static final String OTHER_ITEM = "31000000000029";
    private static final Set<Caution> NONE = Set.of();
    private static final Set<Caution> ALL = EnumSet.of(Caution.DUPLICATE_SCAN, Caution.CHECK_DIGIT);

    private final MemoryQueue queue = new MemoryQueue();
    private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
    private final RecordingDesk desk = desk(TestBranch.standard());
    private final Instant due = Instant.parse("2026-12-06T20:00:00Z");

    private RecordingDesk desk(TestBranch branch) {
        return RecordingDesk.withoutRules(queue, queue, branch, clock);
    }

    private static DeskAnswer.Refused refused(DeskAnswer answer, Field field) {
        DeskAnswer.Refused refused = assertInstanceOf(DeskAnswer.Refused.class, answer);
        assertEquals(field, refused.field(), refused::sentence);
        return refused;
    }

    private static DeskAnswer.Recorded recorded(DeskAnswer answer) {
        return assertInstanceOf(DeskAnswer.Recorded.class, answer);
    }

    @Test
    void a_check_out_is_recorded_as_it_happened_and_awaits_upload() {
        QueueEntry entry = recorded(desk.checkOut(PATRON, ITEM, due, NONE)).entry();

        CheckOut out = assertInstanceOf(CheckOut.class, entry.transaction());
        assertEquals(PATRON, out.patron().value());
        assertEquals(ITEM, out.item().value());
        assertEquals(due, out.dueAt());
        assertEquals(clock.instant(), out.occurredAt());
        assertEquals("desk", out.origin().workstation());
        assertEquals(TransactionState.AWAITING_SYNC, entry.state());
        assertEquals(List.of(entry), queue.rows());
    }

    @Test
    void a_check_in_is_recorded_and_blanks_around_a_scan_do_not_count() {
        QueueEntry entry = recorded(desk.checkIn("  " + ITEM + "\t", NONE)).entry();
        assertInstanceOf(CheckIn.class, entry.transaction());
        assertEquals(ITEM, entry.transaction().item().value());
    }

    @ParameterizedTest(name = "patron \"{0}\", item \"{1}\": {2}")
    @CsvSource(textBlock = """
            '',             31000000000011, PATRON
            '   ',          31000000000011, PATRON
            21000000000013, '',             ITEM
            31000000000029, 31000000000011, PATRON
            21000000000013, 21000000000021, ITEM
            2100000000001,  31000000000011, PATRON
            21000000000013, 3100000000001,  ITEM
            21000000000013, 41000000000011, ITEM
            '', '', PATRON
            """)
    void what_cannot_be_right_is_refused_in_the_field_that_is_wrong(String patron, String item, Field field) {
        DeskAnswer.Refused refused = refused(desk.checkOut(patron, item, due, ALL), field);

        assertTrue(refused.sentence().endsWith("."), refused::sentence);
        assertFalse(refused.sentence().contains("210000"), "patron data stays out of sentences");
        assertTrue(queue.rows().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "3100000\u000000011", "31000000000011\u202e", "31000000000011\ud800", "3100\n0000" })
    void a_barcode_with_characters_that_no_label_has_is_refused(String item) {
        refused(desk(TestBranch.standard().with(new BarcodeRules(Optional.empty(), Optional.empty(), CheckDigit.NONE)))
                .checkIn(item, ALL), Field.ITEM);
    }

    @Test
    void a_card_in_the_item_field_gets_a_sentence_of_its_own() {
        String swapped = refused(desk.checkIn(PATRON, NONE), Field.ITEM).sentence();
        String odd = refused(desk.checkIn("x", NONE), Field.ITEM).sentence();
        assertTrue(swapped.contains("card"), swapped);
        assertFalse(odd.contains("card"), odd);
    }

    @Test
    void where_patrons_and_items_look_alike_nothing_is_taken_for_the_other() {
        Optional<Pattern> digits = Optional.of(Pattern.compile("[0-9]{14}"));
        RecordingDesk alike = desk(TestBranch.standard().with(new BarcodeRules(digits, digits, CheckDigit.NONE)));
        recorded(alike.checkOut(ITEM, PATRON, due, NONE));
    }

    @Test
    void without_patterns_every_sound_barcode_is_taken() {
        RecordingDesk lax = desk(
                TestBranch.standard().with(new BarcodeRules(Optional.empty(), Optional.empty(), CheckDigit.NONE)));
        recorded(lax.checkOut("P 1-*", "X 2", due, NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-11-22T12:00:00Z", "2026-11-22T11:59:59Z", "1999-01-01T00:00:00Z",
            "2036-11-23T12:00:00Z", "+12026-11-22T12:00:00Z" })
    void a_due_date_that_has_passed_or_is_absurdly_far_is_refused(String dueAt) {
        refused(desk.checkOut(PATRON, ITEM, Instant.parse(dueAt), ALL), Field.DUE_DATE);
        assertTrue(queue.rows().isEmpty());
    }

    @Test
    void the_same_scan_within_a_minute_is_doubtful_and_recorded_only_when_meant() {
        recorded(desk.checkOut(PATRON, ITEM, due, NONE));
        clock.advance(Duration.ofSeconds(59));
        DeskAnswer.Doubtful doubtful = assertInstanceOf(DeskAnswer.Doubtful.class,
                desk.checkOut(PATRON, ITEM, due, NONE));

        assertEquals(Set.of(Caution.DUPLICATE_SCAN), doubtful.cautions());
        assertEquals(1, queue.rows().size());
        recorded(desk.checkOut(PATRON, ITEM, due, doubtful.cautions()));
        assertEquals(2, queue.rows().size());
    }

    @Test
    void after_a_minute_or_for_another_patron_item_or_direction_it_is_no_duplicate() {
        recorded(desk.checkOut(PATRON, ITEM, due, NONE));
        recorded(desk.checkOut(OTHER_PATRON, ITEM, due, NONE));
        recorded(desk.checkOut(PATRON, OTHER_ITEM, due, NONE));
        recorded(desk.checkIn(ITEM, NONE));
        clock.advance(Duration.ofSeconds(61));
        recorded(desk.checkOut(PATRON, ITEM, due, NONE));
    }

    @Test
    void a_double_scan_is_noticed_after_a_restart_and_over_midnight() {
        clock.set("2026-11-22T22:59:50Z");
        recorded(desk.checkIn(ITEM, NONE));
        clock.advance(Duration.ofSeconds(20));
        assertInstanceOf(DeskAnswer.Doubtful.class, desk.checkIn(ITEM, NONE), "over midnight in Amsterdam");
        assertInstanceOf(DeskAnswer.Doubtful.class, desk(TestBranch.standard()).checkIn(ITEM, NONE), "restarted");
    }

    @Test
    void what_was_deleted_may_be_scanned_again_at_once() {
        QueueEntry entry = recorded(desk.checkIn(ITEM, NONE)).entry();
        queue.delete(List.of(entry.id()), TestBranch.standard().origin());
        recorded(desk.checkIn(ITEM, NONE));
    }

    @Test
    void a_failed_check_digit_is_doubtful_and_says_on_which_barcode() {
        String patron = "21000000000014";
        String item = "31000000000012";
        String onItem = checkDigit(desk.checkOut(PATRON, item, due, NONE));
        String onPatron = checkDigit(desk.checkOut(patron, ITEM, due, NONE));
        String onBoth = checkDigit(desk.checkOut(patron, item, due, NONE));

        assertEquals(3, Set.of(onItem, onPatron, onBoth).size());
        assertTrue(queue.rows().isEmpty());
        recorded(desk.checkOut(patron, item, due, Set.of(Caution.CHECK_DIGIT)));
    }

    private static String checkDigit(DeskAnswer answer) {
        DeskAnswer.Doubtful doubtful = assertInstanceOf(DeskAnswer.Doubtful.class, answer);
        assertEquals(Set.of(Caution.CHECK_DIGIT), doubtful.cautions());
        return doubtful.sentence();
    }

    @Test
    void two_cautions_at_once_are_both_named_and_each_must_be_overridden() {
        String item = "31000000000012";
        recorded(desk.checkIn(item, Set.of(Caution.CHECK_DIGIT)));
        DeskAnswer.Doubtful both = assertInstanceOf(DeskAnswer.Doubtful.class, desk.checkIn(item, NONE));

        assertEquals(ALL, both.cautions());
        assertEquals(Set.of(Caution.DUPLICATE_SCAN), assertInstanceOf(DeskAnswer.Doubtful.class,
                desk.checkIn(item, Set.of(Caution.CHECK_DIGIT))).cautions());
        recorded(desk.checkIn(item, both.cautions()));
    }

    @Test
    void a_branch_may_have_switched_check_in_off() {
        RecordingDesk off = desk(TestBranch.standard().with(new Features(false)));
        refused(off.checkIn(ITEM, ALL), Field.ITEM);
        recorded(off.checkOut(PATRON, ITEM, due, NONE));
    }

    @Test
    void what_went_to_the_journal_counts_and_carries_the_warning() {
        desk.tally(PATRON);
        queue.failWith(new Acknowledgement.Journaled("The disk is full."));
        DeskAnswer.Journaled journaled = assertInstanceOf(DeskAnswer.Journaled.class,
                desk.checkOut(PATRON, ITEM, due, NONE));

        assertEquals("The disk is full.", journaled.warning());
        assertEquals(Optional.of(new Tally(1, 1, 0)), journaled.tally());
        assertInstanceOf(DeskAnswer.Doubtful.class, desk.checkOut(PATRON, ITEM, due, NONE));
    }

    @Test
    void what_no_disk_took_is_never_called_recorded_and_does_not_count() {
        queue.failWith(new Acknowledgement.NotSaved("Write it down."));
        assertEquals(new DeskAnswer.NotSaved("Write it down."), desk.checkOut(PATRON, ITEM, due, NONE));
        assertEquals(new Tally(0, 0, 0), desk.tally(PATRON));
        assertEquals(new DeskAnswer.NotSaved("Write it down."), desk.checkOut(PATRON, ITEM, due, NONE),
                "trying again is no duplicate");
    }

    @Test
    void of_many_threads_that_bring_one_scan_only_one_is_recorded() throws Exception {
        Callable<DeskAnswer> scan = () -> desk.checkIn(ITEM, NONE);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            long recorded = 0;
            for (var answer : threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> scan).toList())) {
                recorded += answer.get() instanceof DeskAnswer.Recorded ? 1 : 0;
            }
            assertEquals(1, recorded);
        }
        assertEquals(1, queue.rows().size());
    }

    @Test
    void scans_follow_one_another_in_time_even_when_the_clock_is_set_back_a_little() {
        Instant first = recorded(desk.checkOut(PATRON, ITEM, due, NONE)).entry().transaction().occurredAt();
        clock.advance(Duration.ofSeconds(-3));
        Instant second = recorded(desk.checkIn(ITEM, NONE)).entry().transaction().occurredAt();
        clock.advance(Duration.ofHours(-2));
        Instant third = recorded(desk.checkOut(OTHER_PATRON, ITEM, due, NONE)).entry().transaction().occurredAt();

        assertTrue(second.isAfter(first));
        assertEquals(clock.instant(), third, "a clock that was hours wrong is followed");
    }

    @Test
    void the_patron_field_can_be_judged_without_recording() {
        assertEquals(Optional.empty(), desk.objectionToPatron(" " + PATRON + " "));
        assertTrue(desk.objectionToPatron(ITEM).isPresent());
        assertTrue(desk.objectionToPatron("").isPresent());
    }
}
