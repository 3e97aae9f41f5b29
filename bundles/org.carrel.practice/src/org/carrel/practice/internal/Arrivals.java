/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.carrel.practice.Received;

/** Remembers what arrived. Safe for use by several threads. */
public final class Arrivals {

    private static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Received> received = new ArrayDeque<>();

    public Arrivals(Clock clock) {
        this.clock = clock;
    }

    void add(String endpoint, int status, String fault) {
        lock.lock();
        try {
            if (received.size() >= REMEMBERED) {
                received.removeFirst();
            }
            received.addLast(new Received(clock.instant(), endpoint, status, fault));
        } finally {
            lock.unlock();
        }
    }

    /** The last requests, the oldest first; a hundred thousand at most. */
    public List<Received> all() {
        lock.lock();
        try {
            return List.copyOf(received);
        } finally {
            lock.unlock();
        }
    }
}
