/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a push keeps trying.
 *
 * @param tries             how often one item is sent in one push, at least once; only what surely was not counted is
 *                          sent again
 * @param firstPause        the pause after the first try; each further one is twice as long
 * @param longestPause      no pause is longer
 * @param longestLeaveAlone for how long at most the library system may ask to be left alone before the push ends
 * @param mostUnknown       so many unknown outcomes in a row end the push: each one is work for a person
 */
public record Patience(int tries, Duration firstPause, Duration longestPause, Duration longestLeaveAlone,
        int mostUnknown) {

    /** For people who wait for the result. */
    public static final Patience STANDARD = new Patience(3, Duration.ofMillis(500), Duration.ofSeconds(10),
            Duration.ofSeconds(60), 3);

    public Patience {
        if (tries < 1 || mostUnknown < 1) {
            throw new IllegalArgumentException("at least one try");
        }
    }

    /** The pause after try {@code number} (from 1), somewhere between half and the whole of its length. */
    Duration pauseAfter(int number, RandomGenerator random) {
        double doubled = firstPause.toMillis() * Math.pow(2, number - 1.0);
        double bounded = Math.min(doubled, longestPause.toMillis());
        return Duration.ofMillis(Math.round(bounded * (0.5 + random.nextDouble() / 2)));
    }
}
