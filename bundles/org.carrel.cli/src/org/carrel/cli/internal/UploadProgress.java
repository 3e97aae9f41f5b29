/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.sync.UploadMonitor;

/** Writes a line for each transaction that is settled. Without the patron: error output ends up in logs. */
final class UploadProgress implements UploadMonitor {

    private static final Texts TEXTS = Texts.of(UploadProgress.class);

    private final PrintWriter err;
    private final AtomicInteger settled = new AtomicInteger();
    private volatile int total;

    UploadProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void planned(int all, int lanes) {
        total = all;
        err.println(TEXTS.get("upload.planned", all, lanes));
    }

    @Override
    public void settled(QueueEntry entry) {
        err.println(TEXTS.get("upload.settled", settled.incrementAndGet(), total, Words.of(entry.state()),
                Words.kind(entry.transaction()), entry.transaction().item().value()));
    }
}
