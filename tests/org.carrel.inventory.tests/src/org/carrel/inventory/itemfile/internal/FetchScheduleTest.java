/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.itemfile.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import org.carrel.model.FetchSchedule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When item files are fetched")
class FetchScheduleTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final FetchSchedule DAILY = new FetchSchedule.Daily(LocalTime.of(6, 30));
    private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

    @Test
    void every_day_means_the_next_day_after_today_was_done() {
        assertEquals("2026-11-21T05:30:00Z", next(DAILY, "2026-11-20T05:30:04Z"));
        assertEquals("2026-11-20T05:30:00Z", next(DAILY, "2026-11-20T03:00:00Z"), "by hand at night is not enough");
        assertEquals("2026-11-21T05:30:00Z", next(DAILY, "2026-11-20T10:00:00Z"));
    }

    @Test
    void what_was_missed_is_due_once() {
        assertEquals("2026-11-11T05:30:00Z", next(DAILY, "2026-11-10T05:30:00Z"));
        assertTrue(DAILY.next(Optional.empty(), NOON, ZONE).orElseThrow().isBefore(NOON), "never done: due");
    }

    @Test
    void a_clock_that_changes_for_the_summer_leaves_no_day_out_and_does_none_twice() {
        FetchSchedule night = new FetchSchedule.Daily(LocalTime.of(2, 30));
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        Instant before = at;
        int times = 0;
        while (at.isBefore(Instant.parse("2027-01-01T00:00:00Z"))) {
            at = night.next(Optional.of(at), at.plusSeconds(1), ZONE).orElseThrow();
            assertTrue(Duration.between(before, at).compareTo(Duration.ofHours(26)) < 0, at + " after " + before);
            assertTrue(at.isAfter(before));
            before = at;
            times++;
        }
        assertEquals(366, times);
    }

    @Test
    void every_so_many_hours_counts_from_the_last_time() {
        FetchSchedule every = new FetchSchedule.Every(Duration.ofHours(6));
        assertEquals("2026-11-20T16:00:00Z", next(every, "2026-11-20T10:00:00Z"));
        assertEquals(Optional.of(NOON), every.next(Optional.empty(), NOON, ZONE));
        assertEquals(Optional.of(NOON), every.next(Optional.of(NOON.plusSeconds(60)), NOON, ZONE),
                "what was done in the future was done by a wrong clock");
    }

    private static String next(FetchSchedule schedule, String last) {
        return schedule.next(Optional.of(Instant.parse(last)), NOON, ZONE).orElseThrow().toString();
    }
}
