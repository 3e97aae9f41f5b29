/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.model.Texts;
import org.carrel.model.inventory.WriteBackEntry;

/** Writes a line for each item that a push is done with, and stops the push when somebody wants that. */
final class PushProgress implements PushMonitor {

    private static final Texts TEXTS = Texts.of(PushProgress.class);

    private final PrintWriter err;
    private final boolean quiet;
    private final StopSignal stop;
    private final AtomicInteger settled = new AtomicInteger();
    private volatile int total;

    PushProgress(PrintWriter err, boolean quiet, StopSignal stop) {
        this.err = err;
        this.quiet = quiet;
        this.stop = stop;
    }

    @Override
    public void planned(int all, int lanes) {
        total = all;
        say(TEXTS.get("push.planned", all, lanes));
    }

    @Override
    public void settled(WriteBackEntry entry) {
        say(TEXTS.get("push.settled", settled.incrementAndGet(), total, PushWords.of(entry.state()),
                entry.item().value()));
    }

    private void say(String line) {
        if (!quiet) {
            err.println(line);
        }
    }

    @Override
    public boolean isCancelled() {
        return stop.isAsked();
    }
}
