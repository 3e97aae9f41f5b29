/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.carrel.model.port.Subscription;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanSource;
import org.carrel.model.scan.ScanTarget;
import org.carrel.ui.Sight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.part.ViewPart;

/**
 * The shelf as scanners see it: it has the lead for as long as the view can be seen, and takes whatever can stand on a
 * shelf while an inventory is open. A patron's card goes on to the desk. A locked window takes nothing. UI thread only,
 * except what drivers call.
 */
final class ShelfTarget implements ScanTarget, AutoCloseable {

    /** By which a device's settings name it. */
    static final String ID = "shelf";

    private final ScanSource scanners;
    private final BooleanSupplier open;
    private final Consumer<ScanEvent> scans;
    private Optional<Subscription> lead = Optional.empty();
    private Optional<Subscription> sight = Optional.empty();
    private volatile boolean locked;

    /**
     * @param open  whether there is an inventory to scan for; asked on the devices' threads
     * @param scans takes what was read, on the devices' threads; must not wait
     */
    ShelfTarget(ScanSource scanners, BooleanSupplier open, Consumer<ScanEvent> scans) {
        this.scanners = Objects.requireNonNull(scanners, "scanners");
        this.open = Objects.requireNonNull(open, "open");
        this.scans = Objects.requireNonNull(scans, "scans");
    }

    /** Leads while {@code part} can be seen. */
    void follow(ViewPart part, Control root) {
        sight = Optional.of(Sight.changes(part, this::visible));
        Shell shell = root.getShell();
        Listener locks = event -> locked = event.type == SWT.Hide;
        shell.addListener(SWT.Hide, locks);
        shell.addListener(SWT.Show, locks);
        root.addDisposeListener(event -> {
            shell.removeListener(SWT.Hide, locks);
            shell.removeListener(SWT.Show, locks);
        });
        visible(Sight.of(part));
    }

    void visible(boolean now) {
        if (now && lead.isEmpty()) {
            lead = Optional.of(scanners.lead(this));
        } else if (!now) {
            lead.ifPresent(Subscription::close);
            lead = Optional.empty();
        }
    }

    void setLocked(boolean now) {
        locked = now;
    }

    /** No more scans from now on. */
    @Override
    public void close() {
        sight.ifPresent(Subscription::close);
        visible(false);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean takes(ScanEvent event) {
        return !locked && open.getAsBoolean() && event.scans().stream().anyMatch(ShelfTarget::isOfShelf);
    }

    private static boolean isOfShelf(Scan scan) {
        return switch (scan) {
            case Scan.Item item -> true;
            case Scan.ShelfLabel label -> true;
            case Scan.Condition condition -> true;
            case Scan.Unknown unknown -> true;
            case Scan.Unreadable unreadable -> true;
            case Scan.Patron patron -> false;
            case Scan.Ignored ignored -> false;
        };
    }

    @Override
    public void scanned(ScanEvent event) {
        scans.accept(event);
    }
}
