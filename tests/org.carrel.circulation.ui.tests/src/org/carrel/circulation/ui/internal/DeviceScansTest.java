/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.carrel.circulation.Caution;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanNews;
import org.carrel.ui.Moments;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What devices read")
class DeviceScansTest {

    private final FakeDesk desk = new FakeDesk();
    private final FakeScreen screen = new FakeScreen();
    private final FakeSounds sounds = new FakeSounds();
    private final FakeFields fields = new FakeFields();
    private final FakePads pads = new FakePads();
    private final Queue<Runnable> disk = new ArrayDeque<>();
    private final Queue<Runnable> padWork = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Moments moments = new Moments(ZoneId.of("UTC"), Locale.US);
    private final DeskPresenter presenter = new DeskPresenter(desk, screen, sounds, moments,
            new DeskPresenter.Threads(disk::add, Runnable::run, Runnable::run), failures::add);
    private final StackPresenter stacks = new StackPresenter(presenter, desk, fields, screen, sounds, moments,
            new StackPresenter.Tags(Optional.of(pads), padWork::add, Runnable::run), failures::add);
    private boolean nextByCard = true;
    private final DeviceScans scans = new DeviceScans(presenter, stacks, fields, screen, sounds,
            new NextPatron(new BarcodeRules(Optional.of(Pattern.compile("2[0-9]+")),
                    Optional.of(Pattern.compile("3[0-9]+")), BarcodeRules.CheckDigit.NONE), () -> nextByCard));
    private final DeskTarget target = new DeskTarget(Runnable::run, scans::take);

    private static Scan card(String barcode) {
        return new Scan.Patron(new PatronBarcode(barcode));
    }

    private static Scan item(String barcode) {
        return new Scan.Item(new ItemBarcode(barcode));
    }

    private static Scan either(String text) {
        return new Scan.Unknown(text, "It could be either.");
    }

    private static ScanEvent event(DeviceRole role, boolean stack, Scan... read) {
        return new ScanEvent("device", "The scanner", role, FakeDesk.NOON, List.of(read), stack);
    }

    private void scan(DeviceRole role, Scan read) {
        deliver(event(role, false, read));
    }

    private void lay(Scan... read) {
        deliver(event(DeviceRole.ITEM, true, read));
    }

    /** As the scanners do: whoever does not take it hears of it. */
    private void deliver(ScanEvent event) {
        if (target.takes(event)) {
            target.scanned(event);
        } else {
            scans.hear(new ScanNews.Unclaimed(event), target.isLocked());
        }
    }

    private void writeAll() {
        run(disk);
    }

    private static void run(Queue<Runnable> tasks) {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private List<String> leftOut() {
        return presenter.attention().leftOut().stream().map(one -> one.scan().item()).toList();
    }

    private static Scan[] items(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> item("3" + i)).toArray(Scan[]::new);
    }

    @Test
    @DisplayName("keeps its order, with cards from one scanner and items from another")
    void keeps_its_order() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        String patron = "";
        for (int i = 0; i < 2_000; i++) {
            if (patron.isEmpty() || random.nextInt(4) == 0) {
                patron = "2" + i;
                scan(random.nextBoolean() ? DeviceRole.PATRON : DeviceRole.ANY, card(patron));
            } else {
                scan(DeviceRole.ITEM, item("3" + i));
                expected.add(patron + " 3" + i);
            }
            if (random.nextInt(50) == 0) {
                writeAll();
            }
        }
        writeAll();
        assertEquals(expected, desk.recorded.stream().map(CheckOut.class::cast)
                .map(one -> one.patron().value() + " " + one.item().value()).toList(), "seed " + seed);
    }

    @Test
    void goes_to_check_in_when_that_is_in_front() {
        fields.checkIn = true;
        scan(DeviceRole.ANY, item("31"));
        scan(DeviceRole.PATRON, card("21"));
        writeAll();
        assertTrue(desk.recorded.getFirst() instanceof CheckIn);
        assertEquals("", fields.patron, "a card has no use there");
        assertEquals(1, presenter.attention().refusals().size());
    }

    @Test
    void leaves_fields_and_keyboard_alone() {
        scan(DeviceRole.ANY, card("21"));
        desk.refuse("3x", Field.ITEM);
        scan(DeviceRole.ANY, either("3x"));
        writeAll();
        assertEquals(List.of(), screen.focus);
        assertEquals(null, screen.refused);
        assertEquals(1, presenter.attention().refusals().size());
    }

    @Test
    void begins_with_the_next_patron_only_if_the_desk_wants_that_or_the_scanner_is_for_cards() {
        nextByCard = false;
        scan(DeviceRole.ANY, card("21"));
        scan(DeviceRole.ANY, card("22"));
        assertEquals("21", fields.patron);
        assertEquals(Tone.BAD, screen.tone);
        scan(DeviceRole.PATRON, card("23"));
        assertEquals("23", fields.patron);
        nextByCard = true;
        scan(DeviceRole.ANY, card("24"));
        assertEquals("24", fields.patron);
    }

    @Test
    void never_goes_to_the_patron_before_when_a_card_is_refused() {
        scan(DeviceRole.ANY, card("21"));
        scan(DeviceRole.PATRON, either("99"));
        assertTrue(fields.patronRefused);
        assertEquals("99", fields.patron);
        desk.refuse("31", Field.PATRON);
        scan(DeviceRole.ITEM, item("31"));
        writeAll();
        assertEquals(List.of(), desk.recorded);
        assertTrue(presenter.attention().refusals().stream().anyMatch(one -> one.scan().item().equals("31")));
    }

    @Test
    void is_a_card_where_a_card_is_awaited_and_an_item_after_that_when_it_could_be_either() {
        scan(DeviceRole.ANY, either("21"));
        scan(DeviceRole.ANY, either("22"));
        writeAll();
        assertEquals("21", fields.patron);
        assertEquals(List.of("22"), desk.items());
    }

    @Test
    void is_not_recorded_while_the_desk_is_locked_and_the_desk_hears_of_it() {
        fields.patron = "21";
        target.setLocked(true);
        scan(DeviceRole.ANY, card("22"));
        scan(DeviceRole.ANY, item("31"));
        lay(items(40, 43));
        writeAll();
        assertEquals(List.of(), desk.recorded);
        assertEquals("21", fields.patron);
        assertEquals(List.of(Sound.REFUSED, Sound.REFUSED, Sound.REFUSED), sounds.heard);
        assertEquals(5, presenter.attention().refusals().size());
        assertTrue(presenter.attention().refusals().getLast().sentence().contains("locked"));
        target.setLocked(false);
        scan(DeviceRole.ANY, item("31"));
        writeAll();
        assertEquals(List.of("31"), desk.items());
        assertEquals(4, presenter.attention().refusals().size(), "scanned again");
    }

    @Test
    void is_recorded_when_the_window_closes_before_its_thread_got_there() {
        List<Runnable> never = new ArrayList<>();
        DeskTarget closing = new DeskTarget(never::add, scans::take);
        fields.patron = "21";
        closing.scanned(event(DeviceRole.ANY, false, item("31")));
        closing.scanned(event(DeviceRole.ANY, false, item("32")));
        closing.finish();
        writeAll();
        assertEquals(List.of("31", "32"), desk.items());
        never.forEach(Runnable::run);
        writeAll();
        assertEquals(List.of("31", "32"), desk.items(), "not twice");
    }

    @Test
    void is_told_when_it_has_no_use_at_the_desk() {
        deliver(event(DeviceRole.ANY, false, new Scan.ShelfLabel("PS 3")));
        assertTrue(screen.headline.contains("Not recorded"), screen.headline);
        scan(DeviceRole.ANY, new Scan.Unreadable("Clean the glass."));
        assertEquals("Clean the glass.", screen.sentence);
        scans.hear(new ScanNews.Lost("d", "The pad", "Look at the cable."), false);
        assertTrue(screen.headline.contains("The pad"), screen.headline);
        assertEquals("Look at the cable.", screen.sentence);
        assertEquals(List.of(Sound.REFUSED, Sound.REFUSED, Sound.WARNING), sounds.heard);
        assertTrue(presenter.attention().isEmpty());
    }

    @Test
    void on_a_pad_is_recorded_with_one_sound_and_then_let_through_the_gate() {
        fields.patron = "21";
        pads.beforeWriting = () -> assertEquals(20, desk.recorded.size(), "recorded first");
        lay(items(10, 30));
        writeAll();
        assertEquals(20, desk.recorded.size());
        assertEquals(List.of(Sound.SAVED), sounds.heard);
        assertTrue(screen.headline.contains("20"), screen.headline);
        assertEquals(List.of(), pads.written, "nobody waits for the pad");
        run(padWork);
        assertEquals(20, pads.written.size());
        assertEquals("device 310 off", pads.written.getFirst());
        assertTrue(presenter.attention().isEmpty());
    }

    @Test
    void on_a_pad_comes_in_and_is_secured() {
        fields.checkIn = true;
        lay(item("31"));
        writeAll();
        run(padWork);
        assertEquals(List.of("device 31 on"), pads.written);
        assertTrue(desk.recorded.getFirst() instanceof CheckIn);
    }

    @Test
    void on_a_pad_with_the_card_is_for_that_patron_and_with_two_cards_for_nobody() {
        lay(item("31"), card("21"), item("32"));
        writeAll();
        assertEquals(List.of("21", "21"), desk.recorded.stream()
                .map(one -> ((CheckOut) one).patron().value()).toList());
        lay(card("22"), item("33"), card("23"));
        writeAll();
        assertEquals(2, desk.recorded.size());
        assertEquals("21", fields.patron);
        assertEquals(3, presenter.attention().refusals().size());
    }

    @Test
    void of_a_stack_that_is_doubtful_or_refused_waits_with_its_reason() {
        fields.patron = "21";
        desk.doubt("311");
        desk.refuse("312", Field.ITEM);
        lay(items(10, 15));
        writeAll();
        run(padWork);
        assertEquals(List.of("310", "313", "314"), desk.items());
        assertEquals(List.of("311", "312"), leftOut());
        assertEquals(List.of(Sound.WARNING), sounds.heard);
        assertEquals(3, pads.written.size());
        assertEquals(List.of("Just now.", "Not here."),
                presenter.attention().leftOut().stream().map(Attention.LeftOut::sentence).toList());

        stacks.recordAnyway(presenter.attention().leftOut());
        writeAll();
        run(padWork);
        assertEquals(List.of("310", "313", "314", "311"), desk.items());
        assertEquals(List.of("312"), leftOut(), "what cannot be right cannot be recorded");
        assertTrue(pads.written.contains("device 311 off"));
        stacks.drop(presenter.attention().leftOut());
        assertTrue(presenter.attention().isEmpty());
    }

    @Test
    void of_a_stack_that_came_before_the_card_can_be_recorded_once_it_is_there() {
        lay(items(10, 13));
        writeAll();
        assertEquals(List.of(), desk.recorded);
        assertEquals(List.of("310", "311", "312"), leftOut());
        stacks.recordAnyway(presenter.attention().leftOut());
        writeAll();
        assertEquals(3, leftOut().size(), "still nobody there");
        scan(DeviceRole.PATRON, card("21"));
        stacks.recordAnyway(presenter.attention().leftOut());
        writeAll();
        assertEquals(List.of("310", "311", "312"), desk.items());
        assertEquals("21", ((CheckOut) desk.recorded.getFirst()).patron().value());
        assertTrue(presenter.attention().isEmpty());
    }

    @Test
    void of_a_stack_passes_over_no_caution_that_nobody_saw() {
        fields.patron = "21";
        desk.doubt("310");
        lay(item("310"));
        writeAll();
        desk.answers.put("310", new DeskAnswer.Doubtful(Set.of(Caution.CHECK_DIGIT), "Odd."));
        stacks.recordAnyway(presenter.attention().leftOut());
        writeAll();
        assertEquals(List.of(), desk.recorded);
        assertEquals(List.of("310"), leftOut());
    }

    @Test
    void of_a_stack_that_no_disk_took_is_to_be_written_down_and_no_tag_is_written() {
        fields.patron = "21";
        desk.failure = new IllegalStateException("told to");
        lay(items(10, 13));
        writeAll();
        run(padWork);
        assertEquals(3, presenter.attention().unsaved().size());
        assertEquals(List.of(), pads.written);
        assertEquals(List.of(Sound.REFUSED), sounds.heard);
        assertEquals(1, failures.size());
    }

    @Test
    void that_was_lifted_too_soon_is_named_until_it_is_right() {
        fields.patron = "21";
        pads.lifted.add("311");
        lay(items(10, 13));
        writeAll();
        run(padWork);
        assertEquals(List.of("311"),
                presenter.attention().tags().stream().map(tag -> tag.item().value()).toList());
        assertEquals(List.of(Sound.SAVED, Sound.WARNING), sounds.heard);
        pads.lifted.clear();
        fields.checkIn = true;
        lay(item("311"));
        writeAll();
        run(padWork);
        assertTrue(presenter.attention().isEmpty());
    }

    @Test
    void of_more_items_than_a_batch_may_have_is_recorded_in_several() {
        fields.checkIn = true;
        int many = 2 * CirculationDesk.MOST_IN_STACK + 1;
        lay(items(0, many));
        assertEquals(3, disk.size());
        writeAll();
        assertEquals(many, desk.recorded.size());
    }

    @Test
    void of_a_stack_that_says_nothing_is_counted() {
        fields.checkIn = true;
        lay(item("31"), new Scan.Unreadable("?"), new Scan.Unreadable("?"));
        assertTrue(screen.headline.contains("2"), screen.headline);
        writeAll();
        assertEquals(List.of("31"), desk.items());
    }

    @Test
    void is_recorded_when_the_desk_closes_and_its_tags_are_written_still() {
        fields.patron = "21";
        lay(items(10, 13));
        presenter.close();
        writeAll();
        run(padWork);
        assertEquals(3, pads.written.size());
        assertEquals(List.of(), failures);
        assertFalse(presenter.isRecording());
        assertEquals(List.of("310", "311", "312"), desk.items());
    }
}
