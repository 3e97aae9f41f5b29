/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.carrel.bench.Figures;
import org.carrel.practice.PracticeBarcodes;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/**
 * Scans items at the desk through the real widgets, by key events, and times each from the moment when Enter reaches
 * the workbench to the end of the first painting of the table that has the new row.
 */
final class TimedScans {

    private static final int WARM_UP = 40;
    private static final int FIRST_ITEM = 20_000_000;
    private static final int PATRON = 4_711;
    private static final int PATIENCE_SECONDS = 30;

    private final Display display;
    private final Widgets widgets;
    private Table table;

    // Both belong to the UI thread.
    private long enteredAt;
    private Optional<Awaited> awaited = Optional.empty();

    private record Awaited(String barcode, CompletableFuture<Long> took) {}

    TimedScans(Display display) {
        this.display = display;
        this.widgets = new Widgets(display);
    }

    /** The desk's table; null before {@link #run}. */
    Table table() {
        return table;
    }

    /** @param rows how long the table is when all of it is there */
    void run(int rows, int scans, Figures figures) {
        Text patronField = widgets.await("a scan field that has the focus", widgets::focusedField);
        table = widgets.await("a table with all rows",
                () -> widgets.longestTable().filter(candidate -> candidate.getItemCount() >= rows));
        enter(patronField, DeskDays.patron(PATRON).value());
        Text itemField = widgets.await("the next scan field",
                () -> widgets.focusedField().filter(field -> field != patronField));
        Listener onPaint = event -> painted();
        Listener onKey = this::keyPressed;
        display.syncExec(() -> {
            table.addListener(SWT.Paint, onPaint);
            display.addFilter(SWT.KeyDown, onKey);
        });
        long[] samples = new long[scans];
        for (int i = -WARM_UP; i < scans; i++) {
            long took = scan(itemField, PracticeBarcodes.item(FIRST_ITEM + WARM_UP + i).value());
            if (i >= 0) {
                samples[i] = took;
            }
        }
        display.syncExec(() -> {
            table.removeListener(SWT.Paint, onPaint);
            display.removeFilter(SWT.KeyDown, onKey);
        });
        figures.putPercentiles("scan", samples);
    }

    private long scan(Text field, String barcode) {
        CompletableFuture<Long> took = new CompletableFuture<>();
        display.syncExec(() -> awaited = Optional.of(new Awaited(barcode, took)));
        enter(field, barcode);
        try {
            return took.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the row of a scan did not appear", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits for the field to be ready for the next scan, as a person at a quiet desk does. */
    private void enter(Text field, String barcode) {
        widgets.await("an empty scan field",
                () -> widgets.focusedField().filter(focused -> focused == field && isReplaceable(field)));
        widgets.type(barcode);
        widgets.await("what was typed", () -> Optional.of(field).filter(typed -> typed.getText().equals(barcode)));
        widgets.pressEnter();
    }

    /** Empty, or all of it selected, so that typing replaces it. */
    private static boolean isReplaceable(Text field) {
        return field.getText().length() == field.getSelectionCount();
    }

    private void keyPressed(Event event) {
        if (event.character == SWT.CR) {
            enteredAt = System.nanoTime();
        }
    }

    private void painted() {
        long now = System.nanoTime();
        awaited.filter(scan -> Widgets.shows(table, scan.barcode())).ifPresent(scan -> {
            awaited = Optional.empty();
            scan.took().complete(now - enteredAt);
        });
    }
}
