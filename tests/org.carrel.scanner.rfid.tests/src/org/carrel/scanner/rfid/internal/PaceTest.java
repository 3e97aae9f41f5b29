/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A pad is looked at")
class PaceTest {

    private static Duration afterQuiet(Pace pace, Set<String> seen) {
        Duration next = pace.after(seen);
        for (int i = 0; i < Pace.QUIET; i++) {
            next = pace.after(seen);
        }
        return next;
    }

    @ParameterizedTest(name = "{0} ms, then {1} ms")
    @CsvSource({ "400, 800", "200, 400", "800, 1000", "3000, 3000" })
    @DisplayName("half as often when nobody has touched it for a while, and never less than once a second for it")
    void half_as_often_when_nobody_touches_it(long interval, long quiet) {
        Pace pace = new Pace(Duration.ofMillis(interval));

        for (int i = 1; i < Pace.QUIET; i++) {
            assertEquals(Duration.ofMillis(interval), pace.after(Set.of()), "look " + i);
        }
        assertEquals(Duration.ofMillis(quiet), pace.after(Set.of()));
        assertEquals(Duration.ofMillis(quiet), afterQuiet(pace, Set.of()));
    }

    @Test
    @DisplayName("as often as set again from the first look that shows anything else")
    void as_often_again_when_something_is_laid_down_or_lifted() {
        Pace pace = new Pace(Duration.ofMillis(400));

        assertEquals(Duration.ofMillis(800), afterQuiet(pace, Set.of("310", "311")));
        assertEquals(Duration.ofMillis(400), pace.after(Set.of("310")));
        assertEquals(Duration.ofMillis(800), afterQuiet(pace, Set.of("310")));
        assertEquals(Duration.ofMillis(400), pace.after(Set.of("311")));
    }
}
