/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.nio.file.Path;

import org.carrel.bench.Figures;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/**
 * Measures the workbench from within, once it is up. Does nothing unless the environment variable
 * {@code CARREL_BENCH_PROBE} names a file for the figures; {@code CARREL_BENCH_ROWS} are in the queue,
 * {@code CARREL_BENCH_SCANS} are to be timed.
 */
public final class DeskProbe implements IStartup {

    @Override
    public void earlyStartup() {
        String file = System.getenv("CARREL_BENCH_PROBE");
        if (file == null) {
            return;
        }
        int rows = Integer.parseInt(System.getenv("CARREL_BENCH_ROWS"));
        int scans = Integer.parseInt(System.getenv("CARREL_BENCH_SCANS"));
        Display display = PlatformUI.getWorkbench().getDisplay();
        Thread.ofPlatform().daemon().name("bench probe").start(() -> measure(display, rows, scans, Path.of(file)));
    }

    private static void measure(Display display, int rows, int scans, Path file) {
        Figures figures = new Figures();
        try {
            TimedScans timed = new TimedScans(display);
            timed.run(rows, scans, figures);
            new SettledHeap(display).run(timed.table(), figures);
        } catch (RuntimeException e) {
            figures.fail(e.toString());
        }
        try {
            figures.write(file);
        } catch (IOException e) {
            throw new IllegalStateException("no figures could be written to " + file, e);
        }
    }
}
