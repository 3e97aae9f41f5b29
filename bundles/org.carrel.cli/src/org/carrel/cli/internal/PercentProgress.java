/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.PrintWriter;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemSnapshots;

/** Says every tenth part of the way. Whoever wants to stop ends the program. */
final class PercentProgress implements ItemSnapshots.Monitor {

    private static final Texts TEXTS = Texts.of(PercentProgress.class);
    private static final int PARTS = 10;

    private final PrintWriter to;
    private long said;

    PercentProgress(PrintWriter to) {
        this.to = to;
    }

    @Override
    public void progress(long done, long total) {
        long part = total <= 0 ? 0 : PARTS * done / total;
        if (part > said && part < PARTS) {
            said = part;
            to.println(TEXTS.get("inventory.progress", 100 / PARTS * part));
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
