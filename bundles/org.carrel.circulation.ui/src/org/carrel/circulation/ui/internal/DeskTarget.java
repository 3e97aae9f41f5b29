/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanTarget;

/**
 * The desk as scanners see it. A locked desk takes nothing: nobody who may record is there, and the patron in the field
 * is the one before. Safe for use by several threads, except for {@link #finish}.
 */
final class DeskTarget implements ScanTarget {

    /** By which a device's settings name it. */
    static final String ID = "desk";

    private final Executor ui;
    private final Consumer<ScanEvent> scans;
    /** Taken over and not yet recorded. */
    private final Queue<ScanEvent> inLine = new ConcurrentLinkedQueue<>();
    private volatile boolean locked;

    /**
     * @param ui    must keep the order
     * @param scans takes what was read, on the UI thread
     */
    DeskTarget(Executor ui, Consumer<ScanEvent> scans) {
        this.ui = ui;
        this.scans = scans;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean takes(ScanEvent event) {
        return !locked && event.scans().stream().anyMatch(DeskTarget::isUsed);
    }

    private static boolean isUsed(Scan scan) {
        return switch (scan) {
            case Scan.Patron patron -> true;
            case Scan.Item item -> true;
            case Scan.Unknown unknown -> true;
            case Scan.Unreadable unreadable -> true;
            case Scan.ShelfLabel label -> false;
            case Scan.Condition condition -> false;
            case Scan.Ignored ignored -> false;
        };
    }

    @Override
    public void scanned(ScanEvent event) {
        inLine.add(event);
        ui.execute(this::takeNext);
    }

    private void takeNext() {
        Optional.ofNullable(inLine.poll()).ifPresent(scans);
    }

    /** The window closes, and its thread does nothing more for it: what was taken over is recorded now. */
    void finish() {
        while (!inLine.isEmpty()) {
            takeNext();
        }
    }

    void setLocked(boolean now) {
        locked = now;
    }

    boolean isLocked() {
        return locked;
    }
}
