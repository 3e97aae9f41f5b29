/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long an upload keeps trying.
 *
 * @param tries             how often one transaction is sent in one run, at least once
 * @param firstPause        the pause after the first try; each further one is twice as long
 * @param longestPause      no pause is longer
 * @param longestRetryAfter for how long at most the library system may ask to be left alone before the run ends instead
 */
record Patience(int tries, Duration firstPause, Duration longestPause, Duration longestRetryAfter) {

    /** For people who wait for the result. */
    static final Patience STANDARD = new Patience(3, Duration.ofMillis(500), Duration.ofSeconds(10),
            Duration.ofSeconds(60));

    Patience {
        if (tries < 1) {
            throw new IllegalArgumentException("at least one try");
        }
    }

    /**
     * The pause after try {@code number} (from 1): doubled each time, and somewhere between half and the whole of it,
     * so that lanes which failed together do not come back together.
     */
    Duration pauseAfter(int number, RandomGenerator random) {
        double doubled = firstPause.toMillis() * Math.pow(2, number - 1.0);
        double bounded = Math.min(doubled, longestPause.toMillis());
        return Duration.ofMillis(Math.round(bounded * (0.5 + random.nextDouble() / 2)));
    }
}
