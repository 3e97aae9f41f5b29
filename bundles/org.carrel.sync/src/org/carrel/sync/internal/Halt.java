/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.carrel.model.UploadRun.Ending;

/**
 * The end of a run before its time, seen by all lanes at once. The first reason counts; a failed store outranks all.
 */
final class Halt {

    /** Why; {@code detail} is a sentence for people, or empty. */
    record Reason(Ending ending, String detail) {}

    private final CountDownLatch called = new CountDownLatch(1);
    private Reason reason;

    synchronized void call(Ending ending, String detail) {
        if (reason == null || ending == Ending.STORE_FAILED && reason.ending() != Ending.STORE_FAILED) {
            reason = new Reason(ending, detail);
        }
        called.countDown();
    }

    boolean isCalled() {
        return called.getCount() == 0;
    }

    synchronized Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    /** Waits so long, or until the run is halted; true when it is. */
    boolean await(Duration time) throws InterruptedException {
        return called.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
