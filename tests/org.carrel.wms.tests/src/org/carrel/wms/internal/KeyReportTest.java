/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.carrel.model.port.KeyHealth.Report;
import org.carrel.model.port.KeyHealth.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The report on a key")
class KeyReportTest {

    private static final Instant USED = Instant.parse("2026-01-31T12:00:00Z");
    private static final KeyRecord KEY = new KeyRecord("k", USED.minus(Duration.ofDays(10)), Optional.of(USED),
            List.of());

    private static Report after(Duration time) {
        return KeyReport.of(KEY, false, ZoneOffset.UTC, USED.plus(time));
    }

    @Test
    void says_when_the_key_last_worked() {
        Report report = after(Duration.ofDays(59));
        assertEquals(State.WELL, report.state());
        assertFalse(report.isWarning());
        assertTrue(report.sentence().contains("2026-01-31"), report.sentence());
        assertEquals(Optional.of(USED), report.lastUsed());
    }

    @Test
    void warns_from_day_60_on_and_explains_the_three_months() {
        Report report = after(Duration.ofDays(60));
        assertEquals(State.LONG_UNUSED, report.state());
        assertTrue(report.isWarning());
        for (String part : List.of("60 days", "three months", "2026-04-30")) {
            assertTrue(report.sentence().contains(part), report.sentence());
        }
        assertEquals(Optional.of(Instant.parse("2026-04-30T12:00:00Z")), report.endsAbout());
    }

    @Test
    void says_after_three_months_that_the_key_has_perhaps_ended() {
        assertEquals(State.LONG_UNUSED, after(Duration.ofDays(88)).state());
        Report report = after(Duration.ofDays(89));
        assertEquals(State.PERHAPS_EXPIRED, report.state());
        assertTrue(report.sentence().contains("administrator"), report.sentence());
        assertTrue(report.sentence().contains("is kept"), report.sentence());
    }

    @Test
    void counts_from_when_the_key_became_known_while_it_was_not_used() {
        KeyRecord fresh = KeyRecord.fresh("k", USED);
        assertEquals(State.WELL, KeyReport.of(fresh, false, ZoneOffset.UTC, USED).state());
        Report report = KeyReport.of(fresh, false, ZoneOffset.UTC, USED.plus(Duration.ofDays(61)));
        assertEquals(State.LONG_UNUSED, report.state());
        assertTrue(report.sentence().contains("not been used"), report.sentence());
    }

    @Test
    void says_how_long_sign_ins_wait() {
        KeyRecord tried = KEY.attemptedAt(USED.plusSeconds(10)).attemptedAt(USED.plusSeconds(20));
        Report report = KeyReport.of(tried, false, ZoneOffset.UTC, USED.plusSeconds(30));
        assertEquals(State.WAITING, report.state());
        assertEquals(Optional.of(USED.plusSeconds(10).plus(SignInGuard.WINDOW)), report.waitUntil());
        assertTrue(report.sentence().contains("12:06"), report.sentence());
        assertEquals(State.WELL, KeyReport.of(tried, false, ZoneOffset.UTC, USED.plusSeconds(400)).state());
    }

    @Test
    void knows_that_a_practice_key_never_ends() {
        Report report = KeyReport.of(KEY, true, ZoneOffset.UTC, USED.plus(Duration.ofDays(500)));
        assertEquals(State.WELL, report.state());
        assertEquals(Optional.empty(), report.endsAbout());
    }
}
