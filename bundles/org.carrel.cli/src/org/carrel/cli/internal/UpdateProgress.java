/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;

import org.carrel.model.Texts;
import org.carrel.update.Updates;

/** Says every tenth part of the way; Ctrl+C stops it, and what was installed before stays. */
final class UpdateProgress implements Updates.Progress, AutoCloseable {

    private static final Texts TEXTS = Texts.of(UpdateProgress.class);
    /** Longer than an update waits for a site that has gone silent. */
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final int PARTS = 10;

    private final PrintWriter to;
    private final StopSignal stop = new StopSignal(LONGEST);
    private int said;

    UpdateProgress(PrintWriter to) {
        this.to = to;
    }

    /** Says nothing. */
    UpdateProgress() {
        this(new PrintWriter(Writer.nullWriter()));
    }

    @Override
    public void done(double part) {
        int now = (int) (part * PARTS);
        if (now > said && now < PARTS) {
            said = now;
            to.println(TEXTS.get("update.progress", 100 / PARTS * now));
        }
    }

    @Override
    public boolean isCancelled() {
        return stop.isAsked();
    }

    @Override
    public void close() {
        stop.close();
    }
}
