/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.carrel.inventory.writeback.Pushed.Ending;

/**
 * When the next request of a push may go out, if any. Lanes ask before they write anything down, so that nothing is in
 * flight only because it waits. Safe for use by several threads.
 */
final class Turns {

    /** How often a lane that waits asks whether somebody cancels. */
    private static final Duration HEARTBEAT = Duration.ofMillis(50);

    private final long interval;
    private final CountDownLatch halted = new CountDownLatch(1);
    /** By {@link System#nanoTime}. */
    private long nextTurn = System.nanoTime();
    private Optional<Reason> reason = Optional.empty();

    /** Why a push ends before its time. @param detail a sentence, or empty */
    record Reason(Ending ending, String detail) {}

    /** @param interval between two requests */
    Turns(Duration interval) {
        this.interval = interval.toNanos();
    }

    /** Ends the push after the requests that are out. The first reason counts; a failed store outranks all. */
    synchronized void halt(Ending ending, String detail) {
        if (reason.isEmpty() || ending == Ending.STORE_FAILED && reason.get().ending() != ending) {
            reason = Optional.of(new Reason(ending, detail));
        }
        halted.countDown();
    }

    boolean isHalted() {
        return halted.getCount() == 0;
    }

    synchronized Optional<Reason> reason() {
        return reason;
    }

    /** The library system wants to be left alone for so long, by all lanes. */
    synchronized void leaveAlone(Duration time) {
        nextTurn = Math.max(nextTurn, System.nanoTime() + time.toNanos());
    }

    /** Takes the turn if it is there; otherwise says how long to wait before asking again. */
    private synchronized long take() {
        long now = System.nanoTime();
        if (nextTurn - now > 0) {
            return nextTurn - now;
        }
        nextTurn = now + interval;
        return 0;
    }

    /**
     * Waits for so long, and then for a turn.
     *
     * @param watch asked now and then; ends the push, or does nothing
     * @return false when the push ends
     */
    boolean await(Duration pause, Runnable watch) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        while (true) {
            watch.run();
            if (isHalted()) {
                return false;
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                left = take();
                if (left == 0) {
                    return true;
                }
            }
            halted.await(Math.min(left, HEARTBEAT.toNanos()), TimeUnit.NANOSECONDS);
        }
    }
}
