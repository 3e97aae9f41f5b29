/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Gives turns, at least so long one after the other. Safe for use by several threads. */
final class Pacer implements AutoCloseable {

    private final long interval;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    /** By {@link System#nanoTime}. */
    private long nextTurn = System.nanoTime();
    private boolean closed;

    Pacer(Duration interval) {
        this.interval = interval.toNanos();
    }

    /** Waits for a turn; false when there is none any more, because of closing or an interrupt. */
    boolean await() {
        lock.lock();
        try {
            long now = System.nanoTime();
            long left = Math.max(0, nextTurn - now);
            nextTurn = now + left + interval;
            while (left > 0 && !closed) {
                left = closing.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
