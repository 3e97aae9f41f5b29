/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something at a pace of its own, however often it is asked: one turn waits at most, and it begins after the last
 * request. Scanners may read faster than anybody looks. Safe for use by several threads.
 */
public final class Paced {

    private final Executor executor;
    private final Runnable turn;
    private final AtomicBoolean waiting = new AtomicBoolean();

    /** @param executor runs a turn, after whatever pause there is to be */
    public Paced(Executor executor, Runnable turn) {
        this.executor = Objects.requireNonNull(executor, "executor");
        this.turn = Objects.requireNonNull(turn, "turn");
    }

    /** Asks for a turn that begins after this call. */
    public void request() {
        if (!waiting.getAndSet(true)) {
            executor.execute(() -> {
                waiting.set(false);
                turn.run();
            });
        }
    }
}
