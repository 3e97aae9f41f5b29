/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for something of another process to become true. */
final class Waiting {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Waiting() {}

    /** Comes back as soon as {@code condition} holds; fails with {@code what} and {@code state} after {@code limit}. */
    static void until(String what, Duration limit, Supplier<Boolean> condition, Supplier<?> state) {
        until(what, limit, condition, state, PAUSE_NANOS);
    }

    /** The same for a moment that is over soon. */
    static void closely(String what, Duration limit, Supplier<Boolean> condition) {
        until(what, limit, condition, () -> "nothing to see", PAUSE_NANOS / 50);
    }

    private static void until(String what, Duration limit, Supplier<Boolean> condition, Supplier<?> state,
            long pause) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what + "; now: " + state.get());
            }
            LockSupport.parkNanos(pause);
        }
    }

    /** Waits for {@code condition} for {@code limit} and says whether it came: for what need not come. */
    static boolean came(Duration limit, Supplier<Boolean> condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
