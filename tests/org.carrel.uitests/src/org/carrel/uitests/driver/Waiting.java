/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.driver;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something to become true, and says what did not. */
public final class Waiting {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration BRIEF = Duration.ofMillis(500);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Waiting() {}

    /** Comes back as soon as {@code condition} holds; fails with {@code what} and {@code state} when it never does. */
    public static void until(String what, BooleanSupplier condition, Supplier<?> state) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what + "; now: " + state.get());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    public static void until(String what, BooleanSupplier condition) {
        until(what, condition, () -> "it is not so");
    }

    /** Waits for {@code condition} for half a second and goes on either way: for what usually comes, but need not. */
    public static void briefly(BooleanSupplier condition) {
        long end = System.nanoTime() + BRIEF.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS / 4);
        }
    }
}
