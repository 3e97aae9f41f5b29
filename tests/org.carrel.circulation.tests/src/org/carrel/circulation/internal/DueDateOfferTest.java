/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;

import org.carrel.circulation.DueDateChoice;
import org.carrel.model.BranchProfile.DueDates;
import org.carrel.model.BranchProfile.Preset;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.Test;

class DueDateOfferTest {

    private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");

    private DueDateOffer offer(LocalTime closing, int standard, Preset... presets) {
        return new DueDateOffer(
                TestBranch.standard().with(new DueDates(List.of(presets), standard, closing)).profile(), clock);
    }

    private static Preset days(int days) {
        return new Preset.Offset("+" + days, Period.ofDays(days));
    }

    private static Preset on(String date) {
        return new Preset.FixedDate("End of term", LocalDate.parse(date));
    }

    @Test
    void loans_are_due_at_closing_time_where_the_branch_is() {
        assertEquals(List.of(new DueDateChoice("+1", Instant.parse("2026-11-23T20:00:00Z")),
                new DueDateChoice("End of term", Instant.parse("2027-06-30T19:00:00Z"))),
                offer(LocalTime.of(21, 0), 0, days(1), on("2027-06-30")).choices());
    }

    @Test
    void the_day_is_the_branch_s_and_not_the_one_of_greenwich() {
        clock.set("2026-11-22T23:30:00Z");
        assertEquals(Instant.parse("2026-11-24T20:00:00Z"),
                offer(LocalTime.of(21, 0), 0, days(1)).standard().dueAt());
    }

    @Test
    void closing_time_stays_closing_time_over_a_change_of_clocks() {
        clock.set("2027-03-20T12:00:00Z");
        assertEquals(Instant.parse("2027-04-03T19:00:00Z"),
                offer(LocalTime.of(21, 0), 0, days(14)).standard().dueAt());
        clock.set("2027-03-27T12:00:00Z");
        assertEquals(Instant.parse("2027-03-28T01:30:00Z"),
                offer(LocalTime.of(2, 30), 0, days(1)).standard().dueAt(), "02:30 is skipped that night");
        clock.set("2027-10-30T12:00:00Z");
        assertEquals(Instant.parse("2027-10-31T00:30:00Z"),
                offer(LocalTime.of(2, 30), 0, days(1)).standard().dueAt(), "02:30 comes twice that night");
    }

    @Test
    void a_date_that_has_passed_is_not_offered_and_another_standard_is_found() {
        DueDateOffer offer = offer(LocalTime.of(21, 0), 1, days(7), on("2026-06-30"));
        assertEquals(List.of("+7"), offer.choices().stream().map(DueDateChoice::label).toList());
        assertEquals("+7", offer.standard().label());
    }

    @Test
    void the_last_day_is_offered_until_closing_time() {
        DueDateOffer offer = offer(LocalTime.of(21, 0), 0, on("2026-11-22"), days(1));
        assertEquals("End of term", offer.standard().label());
        clock.set("2026-11-22T20:00:00Z");
        assertEquals("+1", offer.standard().label());
    }

    @Test
    void when_every_date_has_passed_tomorrow_is_left() {
        DueDateOffer offer = offer(LocalTime.of(21, 0), 0, on("2026-06-30"));
        assertEquals(List.of(new DueDateChoice("Tomorrow", Instant.parse("2026-11-23T20:00:00Z"))), offer.choices());
        assertEquals("Tomorrow", offer.standard().label());
    }
}
