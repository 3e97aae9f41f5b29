/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes {@link TransactionId}s: UUIDs of version 7 (RFC 9562, section 5.7: 48 bits of Unix milliseconds, 74 random
 * bits).
 *
 * <p>
 * Ids of one instance strictly increase, also within one millisecond and when the clock is set back: the 12 bits behind
 * the time are then a counter (RFC 9562, section 6.2, method 1). Safe for use by several threads.
 */
public final class TransactionIds {

    private static final int COUNTER_LIMIT = 0x1000;

    private final Clock clock;
    private final RandomGenerator random;
    private long lastMillis = Long.MIN_VALUE;
    private int counter;

    public TransactionIds(Clock clock) {
        this(clock, new SecureRandom());
    }

    TransactionIds(Clock clock, RandomGenerator random) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
    }

    /** A fresh id, greater than every one before it from this instance. */
    public synchronized TransactionId next() {
        long now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            // The upper half of the counter stays free, so that a burst within one millisecond has room to count.
            counter = random.nextInt(COUNTER_LIMIT / 2);
        } else if (++counter == COUNTER_LIMIT) {
            lastMillis++;
            counter = 0;
        }
        long high = lastMillis << 16 | 0x7000L | counter;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new TransactionId(new UUID(high, low));
    }
}
