/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps this program from disabling the branch's key: five refused sign-ins within five minutes do that, for every desk
 * that uses the key. After the third this guard says no until the five minutes are over, and leaves two to the others.
 * Safe for use by several threads.
 */
final class SignInGuard {

    private static final int LIMIT = 3;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Clock clock;
    private final Deque<Instant> refusals = new ArrayDeque<>();

    SignInGuard(Clock clock) {
        this.clock = clock;
    }

    synchronized void refused() {
        refusals.addLast(clock.instant());
    }

    /** The key works: earlier refusals were not about it. */
    synchronized void accepted() {
        refusals.clear();
    }

    synchronized boolean allows() {
        Instant since = clock.instant().minus(WINDOW);
        while (!refusals.isEmpty() && refusals.getFirst().isBefore(since)) {
            refusals.removeFirst();
        }
        return refusals.size() < LIMIT;
    }
}
