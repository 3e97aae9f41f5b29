/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C while something runs that has to end by itself: it is asked to stop, and the program does not end before it
 * has, or before the time is over. Used in a try that closes it when the work is done.
 */
final class StopSignal implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean asked;

    /** @param longest how long the end of the program waits for the work at most */
    StopSignal(Duration longest) {
        hook = new Thread(() -> ask(longest), "carrel-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Asks, and waits. */
    void ask(Duration longest) {
        asked = true;
        try {
            if (!done.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether somebody wants it to stop. */
    boolean isAsked() {
        return asked;
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending, and waited for this.
            asked = true;
        }
    }
}
