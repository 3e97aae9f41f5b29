/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A desk that nobody touches")
class IdleTest {

    private static final Duration TEN = Duration.ofMinutes(10);

    private final Hands hands = new Hands();
    private final Idle idle = new Idle(TEN, hands);

    @Test
    void is_left_alone_after_the_time_of_the_branch() {
        hands.move(Duration.ofMinutes(9));
        assertEquals(Duration.ofMinutes(1), idle.left());
        hands.move(Duration.ofMinutes(1));
        assertEquals(Duration.ZERO, idle.left());
        hands.move(Duration.ofHours(3));
        assertEquals(Duration.ZERO, idle.left());
    }

    @Test
    void starts_afresh_with_every_touch() {
        hands.move(Duration.ofMinutes(9));
        idle.touch();
        assertEquals(TEN, idle.left());
    }

    @Test
    void does_not_stay_open_for_hours_when_the_clock_is_set_back() {
        hands.move(Duration.ofHours(-5));
        assertEquals(TEN, idle.left());
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-03-10T11:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
