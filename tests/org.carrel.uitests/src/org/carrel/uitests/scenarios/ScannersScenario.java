/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.wedge.WedgeSettings;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.carrel.uitests.pages.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A scanner")
public abstract class ScannersScenario extends Scenario {

    /** As slow as one may be set up: the machine that runs this may be busy. */
    private static final DeviceSettings KEYBOARD = DeviceSettings
            .of("keyboard", "Keyboard scanner", "keyboard", "", DeviceRole.ANY)
            .withOption(WedgeSettings.LONGEST_GAP, "100");

    private static final int ATTEMPTS = 5;
    /** In half seconds. */
    private static final int PATIENCE = 6;

    protected ScannersScenario(UiDriver ui) {
        super(ui);
    }

    @AfterEach
    void leaveAKeyboardScanner() {
        practice().pad().takeDown();
        practice().scanners(DeviceSettings.of("keyboard", "Keyboard scanner", "keyboard", "", DeviceRole.ANY));
    }

    private void listen(DeviceSettings... devices) {
        practice().scanners(devices);
        // What is asked of the window's thread comes after its hearing of the new scanners.
        ui.windows();
    }

    private List<String> items() {
        return practice().rows().stream().map(row -> row.transaction().item().value()).toList();
    }

    private void intoTheDueDate() {
        desk.chooseDueDate("+1 week").press("F4");
        Waiting.until("the keyboard is in the due date", () -> ui.focused().equals("due.date"), ui::focused);
    }

    /**
     * Scans where only the pace proves a scan. Keys that no keyboard made bear no time of their own: on a machine that
     * is too busy to follow them they are typing, as they should be, and it is tried again.
     */
    private void scan(String item, Runnable prepare) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            prepare.run();
            ui.scan(item);
            for (int i = 0; i < PATIENCE && !items().contains(item); i++) {
                Waiting.briefly(() -> items().contains(item));
            }
            if (items().contains(item)) {
                desk.hears("Checked out  " + item);
                return;
            }
        }
        throw new AssertionError("never taken for a scan: " + item + "; on disk: " + items());
    }

    @Test
    void that_types_records_the_item_and_leaves_the_due_date_alone() {
        listen(KEYBOARD);
        desk.servePatron(Practice.patron(8)).chooseDueDate("+1 week");
        String date = ui.text("due.date");

        scan(Practice.item(60), this::intoTheDueDate);
        scan(Practice.item(61), this::intoTheDueDate);

        assertEquals(List.of(Practice.item(60), Practice.item(61)), items());
        assertEquals(date, ui.text("due.date"));
        assertTrue(desk.isDueDateChosen("+1 week"), "the button is still down");
        assertEquals("due.date", ui.focused());
        assertEquals("", desk.item());
    }

    @Test
    void that_types_leaves_the_filter_and_the_table_alone() {
        listen(KEYBOARD);
        desk.servePatron(Practice.patron(8)).scan(Practice.item(62)).hears(Practice.item(62));
        scan(Practice.item(63), () -> desk.filterByText("zz").shows(0));
        assertEquals("zz", ui.text("filter.text"));
        desk.filterByText("").shows(2);
        scan(Practice.item(64), () -> desk.focusTable());
        practice().holds(3);
    }

    @Test
    void that_types_does_not_answer_a_question() {
        listen(KEYBOARD);
        desk.servePatron(Practice.patron(8)).scan(Practice.item(65)).hears(Practice.item(65));
        desk.select(0).clear();
        Question question = new Question(ui, "Delete");
        scan(Practice.item(66), () -> {
        });
        Waiting.until("both are on disk", () -> items().equals(List.of(Practice.item(65), Practice.item(66))),
                this::items);
        question.answer("Cancel");
        practice().holds(2);
    }

    @Test
    void that_types_with_a_prefix_is_heard_in_the_item_field_as_well() {
        DeviceSettings tilde = KEYBOARD.withPipeline(KEYBOARD.pipeline().withEnds("~", ""));
        listen(tilde);
        desk.servePatron(Practice.patron(8));
        ui.scan("~" + Practice.item(67));
        desk.hears("Checked out  " + Practice.item(67));
        assertEquals("", desk.item());
        desk.scan(Practice.item(68)).hears("Checked out  " + Practice.item(68));
    }

    @Test
    @DisplayName("is not what a person is who types a barcode at 40 to 400 ms a key")
    void is_no_person() {
        listen(DeviceSettings.of("keyboard", "Keyboard scanner", "keyboard", "", DeviceRole.ANY));
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        desk.servePatron(Practice.patron(8)).press("F4");
        Waiting.until("the keyboard is in the due date", () -> ui.focused().equals("due.date"), ui::focused);
        ui.press("Ctrl+A");
        ui.typeByHand(Practice.item(69) + "\n", 40, 400, random);
        assertEquals(Practice.item(69), ui.text("due.date"), "seed " + seed);
        practice().holds(0);
        desk.chooseDueDate(ORDINARY_DUE_DATE);
    }

    @Test
    void for_cards_and_one_for_items_feed_one_check_out() {
        listen(DeviceSettings.of("cards", "Card scanner", "keyboard", "", DeviceRole.PATRON),
                DeviceSettings.of("items", "Item scanner", "keyboard", "", DeviceRole.ITEM));
        ScannerService scanners = practice().scanners();
        for (int i = 0; i < 3; i++) {
            read(scanners, "cards", Practice.patron(10 + i));
            read(scanners, "items", Practice.item(70 + 2 * i));
            read(scanners, "items", Practice.item(71 + 2 * i));
        }
        practice().holds(6);
        assertEquals(IntStream.range(70, 76).mapToObj(Practice::item).toList(), items());
        assertEquals(IntStream.of(10, 10, 11, 11, 12, 12).mapToObj(Practice::patron).toList(), practice().rows()
                .stream().map(row -> ((CheckOut) row.transaction()).patron().value()).toList());
        assertEquals(Practice.patron(12), desk.patron());
        desk.toCheckIn();
        read(scanners, "items", Practice.item(77));
        desk.hears("Checked in  " + Practice.item(77));
    }

    @Test
    void records_nothing_while_the_desk_is_locked_and_says_what_was_scanned_when_it_is_back() {
        listen(DeviceSettings.of("items", "Item scanner", "keyboard", "", DeviceRole.ITEM));
        desk.servePatron(Practice.patron(8));
        Runnable unlock = ui.hideWindows();
        try {
            read(practice().scanners(), "items", Practice.item(78));
        } finally {
            unlock.run();
        }
        desk.isAsked(Practice.item(78)).isAsked("while the desk was locked");
        practice().holds(0);
        read(practice().scanners(), "items", Practice.item(78));
        desk.hears("Checked out  " + Practice.item(78));
        desk.press("F9").hasNoQuestions();
    }

    @Test
    void brings_the_desk_to_the_front() {
        listen(DeviceSettings.of("items", "Item scanner", "keyboard", "", DeviceRole.ITEM));
        desk.servePatron(Practice.patron(8));
        sync.open();
        Waiting.until("the desk is out of sight", () -> !ui.isShown("circulation.table"));
        read(practice().scanners(), "items", Practice.item(79));
        desk.hears("Checked out  " + Practice.item(79));
        practice().holds(1);
    }

    private static void read(ScannerService scanners, String device, String barcode) {
        assertTrue(scanners.accept(device, barcode.getBytes(StandardCharsets.US_ASCII)).isPresent(), device);
    }

    @Test
    void of_tags_records_a_stack_in_one_go_and_writes_its_tags_after_that() throws IOException {
        String address = practice().pad().bringUp().toString();
        listen(DeviceSettings.of("pad", "Practice pad", "rfid", address, DeviceRole.ITEM));
        desk.servePatron(Practice.patron(9)).scan(Practice.item(80)).hears(Practice.item(80));
        List<String> stack = IntStream.range(80, 100).mapToObj(Practice::item).toList();

        practice().pad().lay(stack);

        desk.hears("19 of 20 items recorded");
        practice().holds(20);
        desk.isAsked("One item was not recorded with the others");
        assertEquals(List.of(Practice.item(80)), ui.rows("desk.leftOut").stream().map(List::getFirst).toList());
        Waiting.until("the gate lets nineteen through",
                () -> practice().pad().tags().values().stream().filter(on -> !on).count() == 19,
                () -> practice().pad().tags());
        assertTrue(practice().pad().tags().get(Practice.item(80)), "not recorded, so still secured");
        picture("stack-from-a-pad");

        ui.click("desk.leftOut.record");
        practice().holds(21);
        desk.hasNoQuestions();
        Waiting.until("the gate lets all through", () -> practice().pad().tags().values().stream().noneMatch(on -> on),
                () -> practice().pad().tags());
        assertTrue(practice().rows().stream().map(QueueEntry::transaction).allMatch(CheckOut.class::isInstance));
    }
}
