/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.lang.management.ManagementFactory;

import org.carrel.bench.Figures;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;

/** Looks through the whole table, then says how much memory is in use after the garbage is gone. */
final class SettledHeap {

    private static final int PAGES = 200;
    private static final int COLLECTIONS = 4;

    private final Display display;

    SettledHeap(Display display) {
        this.display = display;
    }

    void run(Table table, Figures figures) {
        for (int page = 0; page <= PAGES; page++) {
            int share = page;
            display.syncExec(() -> {
                table.setTopIndex((int) ((table.getItemCount() - 1L) * share / PAGES));
                table.update();
            });
        }
        long used = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        figures.put("heap", used);
    }
}
