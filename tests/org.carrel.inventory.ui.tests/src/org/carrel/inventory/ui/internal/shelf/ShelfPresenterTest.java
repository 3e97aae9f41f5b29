/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.shelf.ShelfOrder;
import org.carrel.inventory.ui.internal.open.OpenProject;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.scan.Scan;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who reads a shelf")
class ShelfPresenterTest {

    private final ShelfInTest shelf = new ShelfInTest();

    @Test
    void hears_of_a_read_only_when_it_is_on_the_disk() {
        shelf.begun();
        shelf.presenter().typed("1");
        assertTrue(shelf.heard.isEmpty() && shelf.screen.said.isEmpty(), "nothing is acknowledged yet");
        shelf.settle();
        assertEquals(List.of(Sound.SAVED), shelf.heard);
        assertEquals(List.of(1), shelf.onDiskWhenHeard);
        assertEquals("QA101", shelf.screen.last().callNumber());
        assertEquals("Title 1", shelf.screen.last().title());
    }

    @Test
    void sees_nothing_but_the_book_when_all_is_well() {
        shelf.begun();
        Said said = shelf.read("1", "2", "3");
        assertEquals(Tone.GOOD, said.tone());
        assertEquals("", said.sentence());
        assertEquals(List.of(Sound.SAVED, Sound.SAVED, Sound.SAVED), shelf.heard);
        assertEquals(RowState.READ, shelf.state(2));
        assertEquals(RowState.UNREAD, shelf.state(3));
    }

    @Test
    void says_once_what_device_reads_and_again_when_it_is_another() {
        shelf.begun();
        shelf.read("1");
        shelf.reach = 5;
        shelf.read("2", "3");
        shelf.reach = 0;
        shelf.read("4");
        assertEquals(List.of("ITEM 1", "REACH 5", "ITEM 2", "ITEM 3", "REACH 0", "ITEM 4"),
                shelf.projects.reads(shelf.project.number()).stream()
                        .map(read -> read.mark().kind() + " " + read.mark().text()).toList());
        assertEquals(List.of(0, 5, 0), shelf.result().reads().stretches().stream().map(Stretch::reach).toList());
    }

    @Test
    void counts_what_stands_here_and_is_on_no_list_among_what_is_to_look_at_once() {
        shelf.begun();
        shelf.read("1", "no such barcode", "2");
        assertEquals(1, shelf.screen.glance.progress().problems());
        shelf.read("no such barcode");
        assertEquals(1, shelf.screen.glance.progress().problems(), "read again, it is the same one");
        shelf.refresh(shelf.result());
        assertEquals(1, shelf.screen.glance.progress().problems(), "also when all was compared");
    }

    @Test
    void is_not_kept_from_recording_by_what_is_judged() {
        shelf.begun();
        shelf.presenter().typed("1");
        shelf.presenter().typed("2");
        shelf.disk.remove().run();
        shelf.disk.remove().run();
        assertEquals(2, shelf.projects.reads(shelf.project.number()).size());
        assertTrue(shelf.heard.isEmpty());
        shelf.settle();
        assertEquals(2, shelf.heard.size());
    }

    @Test
    void hears_that_a_book_is_out_of_order_and_between_which_two_it_belongs() {
        shelf.begun();
        shelf.read("1", "2", "3", "10", "11", "12");
        Said said = shelf.read("5");
        assertEquals(Sound.OUT_OF_ORDER, shelf.lastSound());
        assertEquals(Tone.CAUTION, said.tone());
        assertTrue(said.sentence().contains("between QA103 and QA110"), said.sentence());
        assertEquals(RowState.MISPLACED, shelf.state(4));
        assertEquals("between QA103 and QA110", shelf.expected(4).note());
    }

    @Test
    void is_told_when_it_turns_out_that_a_book_before_is_the_one_to_move() {
        shelf.begun();
        shelf.read("1", "2", "40");
        Said said = shelf.read("3");
        assertEquals(Tone.CAUTION, said.tone());
        assertTrue(said.sentence().contains("QA140, which was read before"), said.sentence());
        assertEquals(Sound.OUT_OF_ORDER, shelf.lastSound());
        assertEquals("", shelf.read("4").sentence(), "it was said once");
        assertEquals(RowState.READ, shelf.state(2));
        assertFalse(shelf.entries().get(2).inOrder());
    }

    @Test
    void hears_a_sound_of_its_own_for_each_kind_of_problem() {
        shelf.begun();
        shelf.read("1");
        assertTrue(shelf.read("901").sentence().contains("Reference"));
        assertEquals(Sound.ELSEWHERE, shelf.lastSound());
        assertTrue(shelf.read("900").sentence().contains("ON_LOAN"));
        assertEquals(Sound.STATUS, shelf.lastSound());
        assertEquals(Tone.BAD, shelf.read("777").tone());
        assertEquals(Sound.WARNING, shelf.lastSound());
        assertTrue(shelf.read("902").sentence().startsWith("2 items"));
        assertEquals(Sound.WARNING, shelf.lastSound());
        Said again = shelf.read("1");
        assertEquals(Sound.REPEATED, shelf.lastSound());
        assertEquals("QA101", again.callNumber(), "what was read twice is named all the same");
    }

    @Test
    void sees_what_is_missing_between_two_books_until_it_turns_up() {
        shelf.begun();
        shelf.read("1", "2", "4");
        assertEquals(RowState.MISSING, shelf.state(2));
        shelf.read("5", "6", "3");
        assertEquals(RowState.MISPLACED, shelf.state(2));
    }

    @Test
    void skips_a_stretch_without_making_all_of_it_missing() {
        shelf.begun();
        shelf.read("1", "2", "45");
        assertEquals(RowState.UNREAD, shelf.state(10));
        assertEquals(Spine.Look.JUMP, shelf.screen.glance.picture().spines().get(2).look());
    }

    @Test
    void begins_behind_nothing_on_another_shelf() {
        shelf.begun();
        shelf.read("40", "41");
        shelf.presenter().newShelf("");
        shelf.settle();
        shelf.read("1", "2");
        assertEquals(List.of(Sound.SAVED, Sound.SAVED, Sound.SAVED, Sound.SAVED, Sound.SAVED), shelf.heard);
        shelf.presenter().newShelf("Reference");
        shelf.settle();
        assertEquals(Sound.ELSEWHERE, after("3"), "the label says where the books should be of");
        assertEquals(RowState.ELSEWHERE, shelf.state(2));
    }

    private Sound after(String barcode) {
        shelf.read(barcode);
        return shelf.lastSound();
    }

    @Test
    void reads_a_stack_in_one_commit_and_hears_of_it_once() {
        shelf.begun();
        Said said = shelf.sweep("1", "2", "3", "901");
        assertEquals(List.of(4), shelf.commits);
        assertEquals(List.of(Sound.ELSEWHERE), shelf.heard);
        assertTrue(said.sentence().contains("Reference"), said.sentence());
        assertEquals("4 books read, 1 to look at", said.callNumber());
    }

    @Test
    void may_sweep_over_the_same_books_again_and_again() {
        shelf.begun();
        shelf.sweep("1", "2", "3");
        Said said = shelf.sweep("2", "3", "4");
        assertEquals(List.of(3, 1), shelf.commits);
        assertEquals(Sound.SAVED, shelf.lastSound());
        assertTrue(said.title().contains("2 read before"), said.title());
        shelf.sweep("2", "3", "4");
        assertEquals(Sound.REPEATED, shelf.lastSound());
        assertEquals(List.of(3, 1), shelf.commits);
    }

    @Test
    void with_a_wand_is_not_told_of_books_that_it_may_have_swapped() {
        shelf.reach = 3;
        shelf.begun();
        shelf.sweep("2", "1", "4", "3", "6", "5");
        assertEquals(List.of(Sound.SAVED), shelf.heard);
        shelf.sweep("7", "8", "9", "30", "10", "11", "12", "13", "14");
        assertEquals(Sound.OUT_OF_ORDER, shelf.lastSound());
        assertEquals(RowState.MISPLACED, shelf.state(row("30")));
        assertEquals(RowState.READ, shelf.state(row("1")));
    }

    private int row(String barcode) {
        return IntStream.range(0, shelf.screen.glance.expected())
                .filter(row -> shelf.expected(row).item().barcode().value().equals(barcode)).findFirst().orElseThrow();
    }

    @Test
    void says_of_a_book_what_its_condition_is_by_a_barcode_scanned_behind_it() {
        shelf.begun();
        assertEquals(Tone.BAD, shelf.read("cond-damaged").tone());
        assertEquals(Sound.REFUSED, shelf.lastSound());
        assertTrue(shelf.commits.isEmpty(), "of no book");
        shelf.read("7");
        Said said = shelf.read("COND-DAMAGED");
        assertTrue(said.title().contains("Title 7"), said.title());
        assertEquals("damaged", shelf.entries().getFirst().condition());
        assertEquals(Kind.CONDITION, shelf.projects.reads(shelf.project.number()).getLast().mark().kind());
    }

    @Test
    void marks_books_without_scanning_them() {
        shelf.begun();
        shelf.presenter().mark(Kind.FOUND, 4);
        shelf.settle();
        shelf.presenter().mark(Kind.NOT_FOUND, 5);
        shelf.settle();
        assertEquals(RowState.FOUND, shelf.state(4));
        assertEquals(RowState.NOT_FOUND, shelf.state(5));
        assertEquals(List.of(Kind.FOUND, Kind.NOT_FOUND), shelf.projects.reads(shelf.project.number()).stream()
                .map(read -> read.mark().kind()).toList());
        shelf.presenter().undo();
        shelf.settle();
        assertEquals(RowState.UNREAD, shelf.state(5));
        assertEquals(RowState.FOUND, shelf.state(4));
    }

    @Test
    void cannot_say_that_a_book_that_was_read_was_not_found() {
        shelf.begun();
        shelf.read("5");
        shelf.presenter().mark(Kind.NOT_FOUND, 4);
        shelf.settle();
        assertEquals(List.of(1), shelf.commits);
        assertEquals("QA105 was read", shelf.screen.last().callNumber());
        assertEquals(RowState.READ, shelf.state(4));
    }

    @Test
    void takes_the_last_read_back_and_may_read_it_again() {
        shelf.begun();
        shelf.read("1", "2", "50");
        shelf.presenter().undo();
        shelf.settle();
        assertEquals(Kind.TAKEN_BACK, shelf.projects.reads(shelf.project.number()).getLast().mark().kind());
        assertEquals(2, shelf.entries().size());
        assertEquals(RowState.UNREAD, shelf.state(row("50")));
        shelf.read("3", "50");
        assertEquals(Sound.SAVED, shelf.lastSound(), "it is not read twice");
        assertEquals(List.of("1", "2", "3", "50"), shelf.result().reads().stretches().getFirst().reads().stream()
                .map(read -> read.barcode().value()).toList(), "nor compared twice");
    }

    @Test
    void has_nothing_to_take_back_before_anything_was_read() {
        shelf.begun();
        shelf.presenter().undo();
        shelf.settle();
        assertTrue(shelf.commits.isEmpty());
        assertEquals(Sound.WARNING, shelf.lastSound());
    }

    @Test
    void is_told_when_there_is_no_inventory_or_nobody_scans() {
        assertEquals(Tone.BAD, shelf.read("1").tone());
        assertEquals(Sound.REFUSED, shelf.lastSound());
        ShelfInTest nameless = new ShelfInTest(new Origin("desk", ""), false);
        nameless.open.open(nameless.project);
        assertEquals(Tone.BAD, nameless.read("1").tone());
        assertTrue(nameless.commits.isEmpty());
    }

    @Test
    void begins_a_session_by_scanning_when_the_workstation_knows_who_it_is() {
        shelf.open.open(shelf.project);
        shelf.refresh();
        shelf.read("1");
        assertEquals("anna", shelf.open.session().orElseThrow().person());
        assertEquals(List.of(1), shelf.commits);
    }

    @Test
    void belongs_to_who_has_said_that_they_scan_even_before_their_session_is_there() {
        shelf.begun();
        shelf.read("1");
        shelf.open.expect(shelf.project, new OpenProject.Reader("Bo", "Trolley"));
        shelf.read("2");
        assertEquals("Bo with Trolley", shelf.open.session().map(one -> one.person() + " with " + one.device())
                .orElseThrow());
        ShelfInTest nameless = new ShelfInTest(new Origin("desk", ""), false);
        nameless.open.expect(nameless.project, new OpenProject.Reader("Bo", "Trolley"));
        assertEquals(Tone.GOOD, nameless.read("1").tone());
        assertEquals(List.of(1), nameless.commits);
    }

    @Test
    void cannot_record_in_an_inventory_that_is_closed() {
        shelf.begun();
        shelf.open.open(shelf.projects.setClosed(shelf.project.number(), true).orElseThrow());
        assertTrue(shelf.read("1").sentence().contains("Autumn"));
        assertEquals(Sound.REFUSED, shelf.lastSound());
    }

    @Test
    void goes_on_after_a_restart_where_it_was() {
        shelf.begun();
        shelf.read("1", "2", "4");
        shelf.open.close();
        shelf.refreshWithout();
        shelf.settle();
        assertEquals(0, shelf.screen.glance.read());
        shelf.begun();
        assertEquals(3, shelf.entries().size());
        assertEquals(RowState.READ, shelf.state(3));
        assertEquals(RowState.MISSING, shelf.state(2));
        assertEquals(OptionalInt.of(3), shelf.screen.glance.position());
        assertEquals(Sound.REPEATED, after("2"));
    }

    @Test
    void keeps_what_is_scanned_before_there_is_an_item_file() {
        shelf.open.open(shelf.project);
        shelf.open.goOn(shelf.session());
        shelf.refreshWithout();
        Said said = shelf.read("1");
        assertEquals("1", said.callNumber());
        assertEquals(List.of(1), shelf.commits);
        shelf.refresh();
        shelf.settle();
        assertEquals("QA101", shelf.entries().getFirst().callNumber());
        assertEquals("QA101", shelf.screen.last().callNumber(), "a little later it is said what it is");
        assertEquals(List.of(Sound.SAVED), shelf.heard);
    }

    @Test
    void hears_what_is_the_matter_with_a_book_that_was_read_before_the_item_file_was_looked_up() {
        shelf.open.open(shelf.project);
        shelf.open.goOn(shelf.session());
        shelf.refreshWithout();
        shelf.read("777");
        shelf.refresh();
        shelf.settle();
        assertEquals(List.of(Sound.SAVED, Sound.WARNING), shelf.heard);
        assertEquals(Tone.BAD, shelf.screen.last().tone());
    }

    @Test
    void is_shown_what_the_comparison_of_the_whole_inventory_says() {
        shelf.begun();
        shelf.read("1", "2", "3");
        Result.Ready old = shelf.result();
        shelf.read("10", "11", "12", "4");
        assertEquals(RowState.MISPLACED, shelf.state(3));
        shelf.refresh(old);
        assertEquals(RowState.MISPLACED, shelf.state(3), "what is older than the last read says nothing");
        shelf.refresh(shelf.result());
        assertEquals(RowState.MISPLACED, shelf.state(3));
        assertEquals(RowState.MISSING, shelf.state(4));
        assertEquals(shelf.result().comparison().findings(Finding.Kind.MISSING).size()
                + shelf.result().comparison().findings(Finding.Kind.MISPLACED).size(),
                shelf.screen.glance.progress().problems());
    }

    @Test
    void sees_all_that_was_not_read_as_missing_when_somebody_said_that_all_was() {
        shelf.begun();
        shelf.read("1", "900");
        shelf.presenter().mark(Kind.NOT_FOUND, 9);
        shelf.settle();
        Result.Ready whole = shelf.result(Coverage.WHOLE_SCOPE);
        shelf.refresh(whole);
        assertEquals(RowState.NOT_FOUND, shelf.state(9));
        assertEquals(RowState.READ, shelf.state(0));
        long missing = IntStream.range(0, shelf.screen.glance.expected())
                .filter(row -> shelf.state(row) == RowState.MISSING || shelf.state(row) == RowState.NOT_FOUND).count();
        assertEquals(whole.comparison().findings(Finding.Kind.MISSING).size(), missing);
    }

    @Test
    void goes_to_the_next_problem_and_to_the_book_of_a_row() {
        shelf.begun();
        shelf.read("1", "2", "4", "6");
        shelf.presenter().nextProblem(-1, 1);
        shelf.settle();
        assertEquals(OptionalInt.of(2), shelf.screen.row);
        shelf.presenter().nextProblem(2, 1);
        shelf.settle();
        assertEquals(OptionalInt.of(4), shelf.screen.row);
        shelf.presenter().nextProblem(4, 1);
        shelf.settle();
        assertEquals(OptionalInt.of(2), shelf.screen.row, "round and round");
        shelf.presenter().nextProblem(2, -1);
        shelf.settle();
        assertEquals(OptionalInt.of(4), shelf.screen.row);
        shelf.presenter().lookAtRow(3);
        shelf.settle();
        assertEquals(OptionalInt.of(2), shelf.screen.entry);
        shelf.presenter().lookAtEntry(3);
        shelf.settle();
        assertEquals(OptionalInt.of(5), shelf.screen.row);
    }

    @Test
    void hears_of_a_bad_read_and_of_no_card() {
        shelf.begun();
        shelf.presenter().scanned(ShelfInTest.event(false, new Scan.Unreadable("Too short. Scan it again.")));
        shelf.settle();
        assertEquals("Too short. Scan it again.", shelf.screen.last().sentence());
        assertEquals(Sound.REFUSED, shelf.lastSound());
        shelf.presenter().typed("  ");
        shelf.presenter().typed("a\u0007b");
        shelf.settle();
        assertEquals(2, shelf.heard.size(), "an empty field is no scan");
        assertTrue(shelf.commits.isEmpty());
    }

    @Test
    void has_as_few_books_to_move_as_can_be_after_every_single_read() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            ShelfInTest one = new ShelfInTest().begun();
            List<Integer> order = new ArrayList<>(IntStream.rangeClosed(1, 20).boxed().toList());
            for (int i = 0; i < 5; i++) {
                order.add(random.nextInt(order.size()), order.remove(random.nextInt(order.size())));
            }
            for (int i = 0; i < order.size(); i++) {
                one.read(order.get(i).toString());
                List<ShelfKey> keys = order.subList(0, i + 1).stream().map(book -> key(one, book)).toList();
                assertEquals(ShelfOrder.of(keys).misplaced().size(),
                        one.entries().stream().filter(entry -> !entry.inOrder()).count(),
                        "seed " + seed + ", " + order.subList(0, i + 1));
            }
            long first = one.heard.stream().filter(Sound.OUT_OF_ORDER::equals).count();
            assertEquals(one.entries().stream().filter(entry -> !entry.inOrder()).count(), first,
                    "heard as often as there is a book to move; seed " + seed);
        }
    }

    private static ShelfKey key(ShelfInTest one, int book) {
        int number = one.items.snapshot().numbersOf(new ItemBarcode(Integer.toString(book)))[0];
        return ShelfKey.of(one.items.snapshot().shelfKey(number));
    }
}
