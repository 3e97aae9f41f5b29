/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.port.KeyHealth.Report;
import org.carrel.model.port.KeyHealth.State;

/** Puts what is known of a key into words. Pure. */
final class KeyReport {

    static final Duration WARN_AFTER = Duration.ofDays(60);

    private static final Texts TEXTS = Texts.of(KeyReport.class);
    /** As OCLC says it. */
    private static final int MONTHS_UNTIL_END = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private KeyReport() {}

    static Report of(KeyRecord key, boolean practice, ZoneId zone, Instant now) {
        Instant from = key.used().orElse(key.since());
        Optional<Instant> ends = practice ? Optional.empty()
                : Optional.of(from.atZone(zone).plusMonths(MONTHS_UNTIL_END).toInstant());
        Optional<Instant> wait = waitUntil(key, now);
        State state = state(from, ends, wait, now);
        return new Report(state, key.since(), key.used(), ends, wait, sentence(state, key, ends, wait, zone, now));
    }

    private static Optional<Instant> waitUntil(KeyRecord key, Instant now) {
        List<Instant> recent = key.attemptedSince(now.minus(SignInGuard.WINDOW)).attempts();
        return recent.size() < SignInGuard.LIMIT ? Optional.empty()
                : Optional.of(recent.get(recent.size() - SignInGuard.LIMIT).plus(SignInGuard.WINDOW));
    }

    private static State state(Instant from, Optional<Instant> ends, Optional<Instant> wait, Instant now) {
        if (wait.isPresent()) {
            return State.WAITING;
        }
        if (ends.isEmpty() || Duration.between(from, now).compareTo(WARN_AFTER) < 0) {
            return State.WELL;
        }
        return now.isBefore(ends.get()) ? State.LONG_UNUSED : State.PERHAPS_EXPIRED;
    }

    private static String sentence(State state, KeyRecord key, Optional<Instant> ends, Optional<Instant> wait,
            ZoneId zone, Instant now) {
        String day = DAY.format(key.used().orElse(key.since()).atZone(zone));
        String end = ends.map(moment -> DAY.format(moment.atZone(zone))).orElse("");
        long days = Duration.between(key.used().orElse(key.since()), now).toDays();
        String use = key.used().isPresent() ? "used" : "neverUsed";
        return switch (state) {
            case WELL -> ends.isEmpty() ? TEXTS.get("key.practice") : TEXTS.get("key.well." + use, day);
            case LONG_UNUSED -> TEXTS.get("key.longUnused." + use, day, days, end);
            case PERHAPS_EXPIRED -> TEXTS.get("key.perhapsExpired." + use, day, days, end);
            case WAITING -> TEXTS.get("key.waiting", time(wait.orElseThrow(), zone));
        };
    }

    /** A time of today for people, rounded up to the minute. */
    static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.plusSeconds(59).atZone(zone));
    }
}
