/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is in sight of a long list")
class SliceTest {

    private final Slice slice = new Slice();

    private Slice of(int rows, int height) {
        slice.resize(rows);
        slice.fit(height);
        return slice;
    }

    @Test
    void goes_along_row_by_row_with_the_keys() {
        of(1_000_000, 10).move(1);
        assertEquals(1, slice.selected());
        slice.move(9);
        assertEquals(10, slice.selected());
        assertEquals(1, slice.top());
        slice.move(1_000_000);
        assertEquals(999_999, slice.selected());
        assertEquals(999_990, slice.top());
        slice.move(-1);
        assertEquals(999_990, slice.top(), "what is in sight stays where it is");
        slice.move(-1_000_000);
        assertEquals(0, slice.top());
    }

    @Test
    void shows_some_rows_before_one_that_was_out_of_sight() {
        of(100, 9).select(50);
        assertEquals(47, slice.top());
        slice.select(52);
        assertEquals(47, slice.top());
        slice.select(99);
        assertEquals(91, slice.top());
        slice.select(-1);
        assertEquals(91, slice.top());
    }

    @Test
    void survives_that_rows_go_away() {
        of(100, 10).select(95);
        slice.resize(20);
        assertEquals(19, slice.selected());
        assertEquals(10, slice.top());
        slice.resize(0);
        assertEquals(-1, slice.selected());
        assertEquals(0, slice.top());
        assertEquals(0, slice.visible());
        slice.move(1);
        assertEquals(-1, slice.selected());
    }

    @Test
    void never_shows_what_is_not_there() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            switch (random.nextInt(6)) {
                case 0 -> slice.resize(random.nextInt(50));
                case 1 -> slice.fit(random.nextInt(-2, 20));
                case 2 -> slice.scrollTo(random.nextInt(-5, 60));
                case 3 -> slice.select(random.nextInt(-3, 60));
                case 4 -> slice.reveal(random.nextInt(-3, 60));
                default -> slice.move(random.nextInt(-60, 60));
            }
            assertTrue(slice.top() >= 0 && slice.visible() >= 0 && slice.top() + slice.visible() <= slice.size()
                    && slice.selected() >= -1 && slice.selected() < Math.max(1, slice.size()), "seed " + seed);
            assertTrue(slice.size() < slice.height() || slice.visible() == slice.height(),
                    "as many rows as fit; seed " + seed);
        }
    }
}
