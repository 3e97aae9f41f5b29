/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.stream.IntStream;

import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.circulation.Tally;
import org.carrel.model.CheckOut;
import org.carrel.model.Transaction;
import org.carrel.ui.Moments;
import org.carrel.ui.Sounds;
import org.carrel.ui.Tone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The desk")
class DeskPresenterTest {

    private static final String PATRON = "2000";
    private static final Optional<Instant> SHOWN = Optional.of(FakeDesk.NOON.plus(Duration.ofDays(14)));

    private final FakeDesk desk = new FakeDesk();
    private final FakeScreen screen = new FakeScreen();
    private final FakeSounds ears = new FakeSounds();
    private final Queue<Runnable> disk = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final DeskPresenter presenter = new DeskPresenter(desk, screen, ears,
            new Moments(ZoneId.of("UTC"), Locale.US),
            new DeskPresenter.Threads(disk::add, Runnable::run, Runnable::run),
            failures::add);

    private void writeAll() {
        for (Runnable task = disk.poll(); task != null; task = disk.poll()) {
            task.run();
        }
    }

    private void checkOut(String... items) {
        for (String item : items) {
            presenter.checkOut(PATRON, item, SHOWN);
        }
    }

    @Test
    void records_scans_in_their_order_however_slow_the_disk_is() {
        List<String> items = IntStream.range(0, 100).mapToObj(i -> "3" + i).toList();
        items.forEach(this::checkOut);
        assertTrue(desk.recorded.isEmpty(), "the fields did not wait for the disk");
        assertTrue(presenter.isRecording());
        writeAll();
        assertEquals(items, desk.items());
        assertFalse(presenter.isRecording());
    }

    @Test
    void confirms_only_what_is_on_disk() {
        checkOut("3001");
        assertEquals("", screen.headline);
        writeAll();
        assertEquals(Tone.GOOD, screen.tone);
        assertTrue(screen.headline.contains("3001"), screen.headline);
        assertTrue(screen.sentence.contains(PATRON), screen.sentence);
        assertEquals(List.of(Sounds.Sound.SAVED), ears.heard);
    }

    @Test
    void goes_on_to_the_item_when_the_patron_is_fine() {
        presenter.patronEntered(PATRON);
        assertEquals(List.of("item"), screen.focus);
    }

    @Test
    void refuses_an_item_in_the_patron_field_and_a_blank_one() {
        presenter.patronEntered("3001");
        presenter.patronEntered(" ");
        assertEquals(List.of("patron", "patron"), screen.focus);
        assertEquals(List.of(Sounds.Sound.REFUSED, Sounds.Sound.REFUSED), ears.heard);
    }

    @Test
    void keeps_items_that_went_into_the_patron_field_in_sight_but_forgives_one_slip() {
        presenter.patronEntered("3001");
        presenter.patronEntered(PATRON);
        assertTrue(presenter.attention().isEmpty(), "one slip, put right");
        presenter.patronEntered("3001");
        presenter.patronEntered("3002");
        presenter.patronEntered(PATRON);
        assertEquals(2, presenter.attention().refusals().size());
    }

    @Test
    void never_sends_an_item_without_a_patron_to_the_queue() {
        presenter.checkOut(" ", "3001", SHOWN);
        writeAll();
        assertTrue(desk.recorded.isEmpty());
        assertEquals(Field.PATRON, screen.refused);
        assertEquals(1, presenter.attention().refusals().size());
    }

    @Test
    void refuses_a_due_date_that_nobody_can_read() {
        presenter.chooseOwnDue();
        presenter.checkOut(PATRON, "3001", Optional.empty());
        writeAll();
        assertTrue(desk.recorded.isEmpty());
        assertEquals(Field.DUE_DATE, screen.refused);
    }

    @Test
    void counts_a_preset_from_the_moment_of_the_scan_also_after_midnight() {
        presenter.choose(desk.dueDates().getFirst());
        desk.now = FakeDesk.NOON.plus(Duration.ofDays(3));
        presenter.checkOut(PATRON, "3001", SHOWN);
        writeAll();
        assertEquals(FakeDesk.NOON.plus(Duration.ofDays(4)), ((CheckOut) desk.recorded.getFirst()).dueAt());
    }

    @Test
    void keeps_a_typed_due_date_until_it_is_changed() {
        Instant typed = FakeDesk.NOON.plus(Duration.ofDays(99));
        presenter.chooseOwnDue();
        presenter.checkOut(PATRON, "3001", Optional.of(typed));
        presenter.checkOut(PATRON, "3002", Optional.of(typed));
        writeAll();
        assertEquals(List.of(typed, typed), desk.recorded.stream().map(one -> ((CheckOut) one).dueAt()).toList());
    }

    @Test
    void keeps_a_doubtful_scan_while_others_follow_and_records_it_on_demand() {
        desk.doubt("3001");
        checkOut("3001", "3002", "3003");
        writeAll();
        assertEquals(List.of("3002", "3003"), desk.items());
        assertEquals(1, presenter.attention().questions().size());
        presenter.recordAnyway();
        writeAll();
        assertEquals(List.of("3002", "3003", "3001"), desk.items());
        assertTrue(presenter.attention().isEmpty());
    }

    @Test
    void records_a_doubtful_scan_for_the_patron_it_was_scanned_for() {
        desk.doubt("3001");
        checkOut("3001");
        writeAll();
        presenter.patronEntered("2999");
        presenter.recordAnyway();
        writeAll();
        assertEquals(PATRON, ((CheckOut) desk.recorded.getFirst()).patron().value());
    }

    @Test
    void drops_a_doubtful_scan_only_when_told_to_and_the_oldest_first() {
        desk.doubt("3001");
        desk.doubt("3002");
        checkOut("3001", "3002");
        writeAll();
        presenter.drop();
        assertEquals(List.of("3002"),
                presenter.attention().questions().stream().map(question -> question.scan().item()).toList());
        assertTrue(screen.headline.contains("3001"), screen.headline);
    }

    @Test
    void does_nothing_on_a_key_for_a_question_that_is_not_there() {
        presenter.recordAnyway();
        presenter.drop();
        assertTrue(disk.isEmpty());
        assertEquals("", screen.headline);
    }

    @Test
    void keeps_refused_scans_in_sight_until_somebody_has_seen_them() {
        desk.refuse("x", Field.ITEM);
        desk.refuse("y", Field.ITEM);
        checkOut("x", "3001", "y", "3002");
        writeAll();
        assertEquals(2, presenter.attention().refusals().size());
        presenter.seen();
        assertTrue(presenter.attention().isEmpty());
    }

    @Test
    void forgets_a_refusal_once_the_same_scan_is_on_disk() {
        desk.refuse("3001", Field.ITEM);
        checkOut("3001");
        writeAll();
        desk.answers.clear();
        checkOut("3001");
        writeAll();
        assertTrue(presenter.attention().isEmpty());
    }

    @Test
    void shouts_when_a_scan_is_not_saved_until_it_is_written_down() {
        desk.answers.put("3001", new DeskAnswer.NotSaved("The disk is full."));
        checkOut("3001", "3002");
        writeAll();
        assertTrue(ears.heard.contains(Sounds.Sound.REFUSED));
        presenter.seen();
        assertEquals(1, presenter.attention().unsaved().size(), "seeing refusals does not clear what is lost");
        presenter.writtenDown();
        assertTrue(presenter.attention().isEmpty());
    }

    @Test
    void treats_what_nobody_expected_as_not_saved() {
        desk.failure = new IllegalStateException("boom");
        checkOut("3001");
        writeAll();
        assertEquals(1, presenter.attention().unsaved().size());
        assertEquals(List.of(desk.failure), failures);
        assertFalse(presenter.isRecording());
    }

    @Test
    void says_so_when_the_journal_took_a_scan() {
        desk.answers.put("3001", new DeskAnswer.Journaled(someTransaction(), "The store is away.",
                Optional.of(new Tally(1, 1, 0))));
        checkOut("3001");
        writeAll();
        assertEquals(Tone.CAUTION, screen.tone);
        assertEquals("The store is away.", screen.sentence);
        assertEquals(List.of(Sounds.Sound.WARNING), ears.heard);
    }

    @Test
    void asks_for_counts_that_were_not_at_hand_when_a_scan_was_recorded() {
        desk.counting = false;
        presenter.patronEntered(PATRON);
        checkOut("3001");
        writeAll();
        assertEquals(Tone.GOOD, screen.tone);
        assertEquals(OptionalInt.of(1), screen.forPatron);
    }

    @Test
    void takes_the_counts_of_the_last_patron_off_the_screen_at_once() {
        presenter.patronEntered(PATRON);
        checkOut("3001", "3002");
        writeAll();
        assertEquals(OptionalInt.of(2), screen.forPatron);
        presenter.patronChanged("");
        assertEquals(OptionalInt.empty(), screen.forPatron);
        assertEquals(2, screen.today.checkOuts());
    }

    @Test
    void leaves_the_count_of_the_patron_alone_when_an_item_comes_back() {
        presenter.patronEntered(PATRON);
        checkOut("3001");
        presenter.checkIn("3002");
        writeAll();
        assertEquals(OptionalInt.of(1), screen.forPatron);
        assertEquals(1, screen.today.checkIns());
    }

    @Test
    void does_not_let_an_older_count_overwrite_a_newer_one() {
        List<Runnable> slow = new ArrayList<>();
        DeskPresenter other = new DeskPresenter(desk, screen, ears, new Moments(ZoneId.of("UTC"), Locale.US),
                new DeskPresenter.Threads(Runnable::run, task -> slow.add(stale(task)), Runnable::run), failures::add);
        other.patronEntered(PATRON);
        other.checkOut(PATRON, "3001", SHOWN);
        slow.forEach(Runnable::run);
        assertEquals(OptionalInt.of(1), screen.forPatron);
    }

    @Test
    void reports_what_could_not_be_saved_while_it_closes() {
        desk.answers.put("3001", new DeskAnswer.NotSaved("The disk is full."));
        checkOut("3001");
        presenter.close();
        writeAll();
        assertEquals(1, failures.size());
        assertTrue(failures.getFirst().getMessage().contains("3001"));
    }

    private Runnable stale(Runnable task) {
        return () -> {
            List<Transaction> after = List.copyOf(desk.recorded);
            desk.recorded.clear();
            task.run();
            desk.recorded.addAll(after);
        };
    }

    private static Transaction someTransaction() {
        FakeDesk other = new FakeDesk();
        other.checkOut(PATRON, "3001", FakeDesk.NOON, Set.of());
        return other.recorded.getFirst();
    }
}
