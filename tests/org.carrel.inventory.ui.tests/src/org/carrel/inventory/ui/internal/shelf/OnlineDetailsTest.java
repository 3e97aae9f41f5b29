/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemDetails;
import org.carrel.model.ItemStatus;
import org.carrel.model.Origin;
import org.carrel.model.port.ItemLookup.Answer;
import org.carrel.model.port.ItemLookup.Reason;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the library system says of the book that was read last")
class OnlineDetailsTest {

    private final ShelfInTest shelf = new ShelfInTest(new Origin("desk", "anna"), true).begun();

    private static Answer known(String barcode, ItemStatus status, String words) {
        return new Answer.Known(new ItemDetails(new ItemBarcode(barcode), "Title", "", status, words, "30 November",
                "Stacks", "", "", List.of("Handle with care")));
    }

    private void answer(String barcode, Answer answer) {
        shelf.questions.get(barcode).complete(answer);
    }

    @Test
    void is_shown_when_it_comes_and_nobody_waits_for_it() {
        shelf.read("1");
        assertEquals(List.of(Sound.SAVED), shelf.heard, "before any answer");
        answer("1", known("1", ItemStatus.AVAILABLE, "Available"));
        assertEquals("Library system: Available · due 30 November · Stacks · Handle with care",
                shelf.screen.online.getLast());
        assertEquals(Tone.NEUTRAL, shelf.screen.onlineTone);
        assertEquals(1, shelf.heard.size());
    }

    @Test
    void is_about_nothing_any_more_when_another_book_was_read() {
        shelf.read("1", "2");
        int before = shelf.screen.online.size();
        assertTrue(shelf.questions.get("1").isCancelled());
        answer("1", known("1", ItemStatus.ON_LOAN, "On loan"));
        assertEquals(before, shelf.screen.online.size());
        answer("2", known("2", ItemStatus.AVAILABLE, "Available"));
        assertEquals(before + 1, shelf.screen.online.size());
    }

    @Test
    void is_heard_when_the_item_file_says_otherwise() {
        shelf.read("1");
        answer("1", known("1", ItemStatus.ON_LOAN, "On loan"));
        assertEquals(List.of(Sound.SAVED, Sound.STATUS), shelf.heard);
        assertEquals(Tone.CAUTION, shelf.screen.onlineTone);
        shelf.read("900");
        int before = shelf.heard.size();
        answer("900", known("900", ItemStatus.ON_LOAN, "On loan"));
        assertEquals(before, shelf.heard.size(), "the item file says so, too");
    }

    @Test
    void is_a_quiet_line_when_there_is_no_answer_and_nothing_without_a_server() {
        shelf.read("1");
        answer("1", new Answer.None(new ItemBarcode("1"), Reason.TOO_LATE, "It took too long."));
        assertEquals("No details online: It took too long.", shelf.screen.online.getLast());
        shelf.read("2");
        int before = shelf.screen.online.size();
        answer("2", new Answer.None(new ItemBarcode("2"), Reason.NOT_SET_UP, "There is none."));
        assertEquals(before, shelf.screen.online.size());
        assertEquals(List.of(Sound.SAVED, Sound.SAVED), shelf.heard);
    }

    @Test
    void is_not_asked_for_of_a_whole_stack() {
        shelf.sweep("1", "2", "3");
        assertTrue(shelf.questions.isEmpty());
    }
}
