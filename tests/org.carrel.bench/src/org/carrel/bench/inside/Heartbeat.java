/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.swt.widgets.Display;

/**
 * Asks the UI thread for a sign of life every few milliseconds, and notes how long each takes: as long as a key that
 * somebody pressed at that moment would have waited.
 */
final class Heartbeat implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(4).toNanos();
    private static final int MOST_BEATS = 200_000;

    private final Display display;
    private final Thread thread;
    private final long[] beats = new long[MOST_BEATS];
    private int count;
    private volatile boolean stopped;

    /** Begins. */
    Heartbeat(Display display) {
        this.display = display;
        this.thread = Thread.ofPlatform().daemon().name("bench heartbeat").start(this::beat);
    }

    private void beat() {
        while (!stopped && count < MOST_BEATS) {
            CountDownLatch alive = new CountDownLatch(1);
            long start = System.nanoTime();
            display.asyncExec(alive::countDown);
            try {
                if (!alive.await(1, TimeUnit.MINUTES)) {
                    stopped = true;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            beats[count++] = System.nanoTime() - start;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** How long each took, the shortest first; ends it. */
    long[] sorted() {
        close();
        long[] all = Arrays.copyOf(beats, count);
        Arrays.sort(all);
        return all;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the heart was beating", e);
        }
    }
}
