/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.swt.widgets.Display;

/**
 * Asks the UI thread for a sign of life every few milliseconds, and notes how long each takes: as long as a key that
 * somebody pressed at that moment would have waited. When one is late it looks where the UI thread is meanwhile, so
 * that what holds it up has a name.
 */
final class Heartbeat implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(4).toNanos();
    private static final long LATE_NANOS = Duration.ofMillis(50).toNanos();
    private static final long LOOK_MILLIS = 10;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int MOST_BEATS = 200_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> !collector.getName().contains("Concurrent")).toList();
    private final Display display;
    private final Thread watched;
    private final Thread thread;
    private final long[] beats = new long[MOST_BEATS];
    private final List<Stall> stalls = new ArrayList<>();
    private int count;
    private volatile String doing = "";
    private volatile boolean stopped;

    /** Begins. */
    Heartbeat(Display display) {
        this.display = display;
        this.watched = display.getThread();
        this.thread = Thread.ofPlatform().daemon().name("bench heartbeat").start(this::beat);
    }

    /** From now on what is late is late because of that, as far as anybody knows. */
    void doing(String what) {
        doing = what;
    }

    private void beat() {
        try {
            while (!stopped && count < MOST_BEATS) {
                beats[count++] = once();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long once() throws InterruptedException {
        CountDownLatch alive = new CountDownLatch(1);
        List<List<StackTraceElement>> samples = new ArrayList<>();
        long computed = threads.getThreadCpuTime(watched.threadId());
        long collected = collected();
        String asked = doing;
        long start = System.nanoTime();
        display.asyncExec(alive::countDown);
        boolean came = alive.await(LATE_NANOS, TimeUnit.NANOSECONDS);
        while (!came && System.nanoTime() - start < PATIENCE_NANOS) {
            samples.add(Stall.sample(watched));
            came = alive.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        long took = System.nanoTime() - start;
        stopped |= !came;
        if (took > LATE_NANOS) {
            stalls.add(new Stall(took, threads.getThreadCpuTime(watched.threadId()) - computed,
                    collected() - collected, asked.equals(doing) ? asked : asked + ", then " + doing, samples));
        }
        return took;
    }

    private long collected() {
        return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    }

    /** How long each took, the shortest first; ends it. */
    long[] sorted() {
        close();
        long[] all = Arrays.copyOf(beats, count);
        Arrays.sort(all);
        return all;
    }

    /** Those that were late, the longest first; ends it. */
    List<Stall> stalls() {
        close();
        return stalls.stream().sorted(Comparator.comparingLong(Stall::nanos).reversed()).toList();
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
