/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long nobody has touched the desk. Belongs to one thread. */
final class Idle {

    private final Duration limit;
    private final Clock clock;
    private Instant touched;

    /** @param limit after so long nobody is there any more; positive */
    Idle(Duration limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.touched = clock.instant();
    }

    /** Somebody is there. */
    void touch() {
        touched = clock.instant();
    }

    /** How long until nobody is there any more; zero when that is so now. Never more than the whole limit. */
    Duration left() {
        Duration left = limit.minus(Duration.between(touched, clock.instant()));
        // A clock that was set back must not keep the desk open for hours.
        return left.isNegative() ? Duration.ZERO : left.compareTo(limit) > 0 ? limit : left;
    }
}
