/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who reads a shelf while the disk fails")
class ShelfFailuresTest {

    private final ShelfInTest shelf = new ShelfInTest();

    @Test
    void is_told_loudly_what_is_nowhere_until_somebody_noted_it_and_nothing_of_it_comes_back_by_itself() {
        shelf.begun();
        shelf.read("1");
        shelf.projects.fail("The disk is full. Make room.");
        Said said = shelf.read("2");
        assertEquals(Tone.BAD, said.tone());
        assertEquals("The disk is full. Make room.", said.sentence());
        assertEquals(Sound.REFUSED, shelf.lastSound());
        shelf.read("3");
        assertEquals(List.of("2", "3"), shelf.screen.unsaved.stream().map(mark -> mark.text()).toList());
        assertEquals(List.of(1), shelf.commits);
        shelf.projects.recover();
        shelf.read("4");
        assertEquals(List.of(1, 1), shelf.commits);
        assertEquals(2, shelf.screen.unsaved.size(), "still in sight");
        shelf.presenter().notedUnsaved();
        assertTrue(shelf.screen.unsaved.isEmpty());
        assertEquals(List.of("1", "4"), shelf.entries().stream().map(entry -> entry.mark().text()).toList());
        assertEquals(Sound.SAVED, shelf.lastSound());
    }

    @Test
    void is_told_that_what_the_journal_has_is_saved_there_and_works_on() {
        shelf.begun();
        shelf.read("1");
        shelf.projects.journal("The disk is full. Scans are saved in the journal.");
        Said said = shelf.read("2");
        assertEquals(Tone.CAUTION, said.tone());
        assertEquals(Sound.SAVED, shelf.lastSound());
        assertEquals("QA102", said.callNumber());
        assertTrue(said.sentence().contains("journal"), said.sentence());
        assertEquals(RowState.READ, shelf.state(1));
        assertTrue(shelf.screen.unsaved.isEmpty());
        assertTrue(shelf.read("10", "5").sentence().endsWith("journal."), "also with something to say of the book");
    }

    @Test
    void does_not_take_a_condition_for_one_of_the_book_before_the_one_that_is_nowhere() {
        shelf.begun();
        shelf.read("1");
        shelf.projects.fail("No.");
        shelf.read("2");
        shelf.projects.recover();
        shelf.presenter().condition("DAM");
        shelf.settle();
        assertEquals(Sound.REFUSED, shelf.lastSound());
        assertEquals(1, shelf.projects.reads(shelf.project.number()).size());
    }
}
