/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time that transactions are stamped with: whole milliseconds, strictly increasing. What happened last on an item
 * is what counts, so two scans must never carry the same moment, nor swap when the machine's clock is set back a
 * little. After a greater correction the corrected clock is followed: the wrong time must not live on.
 */
final class DeskClock {

    private static final Duration SMALL_CORRECTION = Duration.ofMinutes(5);

    private final Clock clock;
    private Instant last = Instant.EPOCH;

    DeskClock(Clock clock) {
        this.clock = clock;
    }

    synchronized Instant next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean fresh = now.isAfter(last) || Duration.between(now, last).compareTo(SMALL_CORRECTION) > 0;
        last = fresh ? now : last.plusMillis(1);
        return last;
    }
}
