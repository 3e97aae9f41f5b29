/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A desk that nobody touches")
class IdleTest {

    private static final Duration TEN = Duration.ofMinutes(10);

    private final TestClock clock = new TestClock("2026-03-10T11:00:00Z");
    private final Idle idle = new Idle(TEN, clock);

    @Test
    void is_left_alone_after_the_time_of_the_branch() {
        clock.advance(Duration.ofMinutes(9));
        assertEquals(Duration.ofMinutes(1), idle.left());
        clock.advance(Duration.ofMinutes(1));
        assertEquals(Duration.ZERO, idle.left());
        clock.advance(Duration.ofHours(3));
        assertEquals(Duration.ZERO, idle.left());
    }

    @Test
    void starts_afresh_with_every_touch() {
        clock.advance(Duration.ofMinutes(9));
        idle.touch();
        assertEquals(TEN, idle.left());
    }

    @Test
    void does_not_stay_open_for_hours_when_the_clock_is_set_back() {
        clock.advance(Duration.ofHours(-5));
        assertEquals(TEN, idle.left());
    }
}
