/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.carrel.inventory.ui.internal.shelf.Spine.Look;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The picture of a shelf")
class PictureTest {

    private final ShelfInTest shelf = new ShelfInTest().begun();

    private Picture picture() {
        return shelf.screen.glance.picture();
    }

    private List<String> drawn() {
        return picture().spines().stream().filter(spine -> spine.look() != Look.AHEAD)
                .map(spine -> spine.look() + " " + spine.callNumber()).toList();
    }

    @Test
    void stands_as_it_was_read_with_gaps_where_books_are_missing() {
        shelf.read("1", "2", "4", "901", "900", "5", "40", "6", "7");
        assertEquals(List.of("READ QA101", "READ QA102", "MISSING QA103", "READ QA104", "FOREIGN QA130",
                "MISPLACED QA120 A", "READ QA105", "MISPLACED QA140", "READ QA106", "READ QA107"), drawn());
        assertEquals("QA107", picture().spines().get(picture().here().orElseThrow()).callNumber());
    }

    @Test
    void has_a_band_on_what_the_library_system_believes_elsewhere() {
        shelf.read("20", "900", "21");
        assertEquals(List.of("READ QA120", "STATUS QA120 A", "READ QA121"), drawn());
    }

    @Test
    void shows_what_should_come_next() {
        shelf.read("10", "11");
        Spine next = picture().spines().get(picture().here().orElseThrow() + 1);
        assertEquals(Look.AHEAD, next.look());
        assertEquals("QA112", next.callNumber());
        assertTrue(picture().spines().stream().noneMatch(spine -> spine.callNumber().equals("QA120 A")),
                "what is on loan is not awaited");
    }

    @Test
    void begins_anew_on_another_shelf() {
        shelf.read("1", "2");
        shelf.presenter().newShelf("");
        shelf.settle();
        shelf.read("30");
        assertEquals(List.of("READ QA130"), drawn());
    }

    @Test
    void is_of_what_was_read_last_when_that_was_much() {
        shelf.read(IntStream.range(0, 400).map(i -> 1000 + i));
        assertEquals(Picture.BEHIND,
                picture().spines().stream().filter(spine -> spine.look() == Look.FOREIGN).count());
    }

    @Test
    void can_be_clicked_book_by_book_at_any_size() {
        shelf.read("1", "2", "4", "5");
        for (int[] size : new int[][] { { 900, 80 }, { 300, 160 }, { 40, 30 }, { 0, 0 } }) {
            StripLayout layout = StripLayout.of(picture(), size[0], size[1], picture().here());
            assertTrue(layout.last() > layout.first());
            int here = picture().here().orElseThrow();
            assertTrue(here >= layout.first() && here < layout.last(), "the book that was read last is in sight");
            for (int index = layout.first(); index < layout.last(); index++) {
                assertEquals(OptionalInt.of(index), layout.at(layout.place(index).x + layout.place(index).width / 2));
            }
            assertTrue(layout.at(-1).isEmpty());
            assertTrue(layout.at(size[0] + 10_000).isEmpty());
        }
    }

    @Test
    void says_in_words_what_it_shows() {
        shelf.read("1", "2", "10", "3", "4");
        Spine misplaced = picture().spines().stream().filter(spine -> spine.look() == Look.MISPLACED).findFirst()
                .orElseThrow();
        assertTrue(misplaced.spoken().contains("QA110, Title 10: misplaced"), misplaced.spoken());
        assertFalse(misplaced.note().isEmpty());
    }
}
