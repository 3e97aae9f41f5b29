/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The time of a key")
class KeyTimesTest {

    private static final long MILLI = 1_000_000;

    private final KeyTimes times = new KeyTimes();

    @Test
    void is_when_it_was_pressed_however_late_a_busy_window_looks() {
        long first = times.of(1_000, 50 * MILLI);
        assertEquals(200 * MILLI, times.of(1_200, 50 * MILLI) - first, "both looked at in one moment");
        assertEquals(205 * MILLI, times.of(1_205, 900 * MILLI) - first, "looked at late");
    }

    @Test
    void goes_on_when_the_count_of_milliseconds_wraps_around() {
        long first = times.of(Integer.MAX_VALUE - 2, 0);
        assertEquals(7 * MILLI, times.of(Integer.MIN_VALUE + 4, 0) - first);
    }

    @Test
    void is_when_it_arrived_where_the_event_says_nothing_new() {
        long first = times.of(1_000, 0);
        assertEquals(80 * MILLI, times.of(1_000, 80 * MILLI) - first);
        assertEquals(90 * MILLI, times.of(400, 90 * MILLI) - first, "an event from before");
    }
}
