/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.time.Duration;
import java.util.Set;

/**
 * How soon a pad is looked at again: at a desk where nobody has laid anything down for a while, half as often, but
 * never so seldom that anybody notices. Counts looks and needs no clock. For one thread at a time.
 */
final class Pace {

    /** So many looks at the same, and nobody is at work: half a minute at the usual interval. */
    static final int QUIET = 75;
    /** What a person does not wait for, and what leaves time to notice an unplugged reader within two seconds. */
    static final Duration SLOWEST = Duration.ofSeconds(1);

    private final Duration busy;
    private final Duration quiet;
    private Set<String> lying = Set.of();
    private int same;

    /** @param interval between two looks while somebody is at work */
    Pace(Duration interval) {
        this.busy = interval;
        Duration twice = interval.multipliedBy(2);
        Duration slower = twice.compareTo(SLOWEST) < 0 ? twice : SLOWEST;
        this.quiet = slower.compareTo(interval) > 0 ? slower : interval;
    }

    /** The time until the next look, after one that saw these. */
    Duration after(Set<String> seen) {
        same = seen.equals(lying) ? Math.min(same + 1, QUIET) : 0;
        lying = Set.copyOf(seen);
        return same < QUIET ? busy : quiet;
    }
}
