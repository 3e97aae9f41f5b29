/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.carrel.model.port.Subscription;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanSource;
import org.carrel.model.scan.ScanTarget;
import org.carrel.ui.Sight;
import org.eclipse.ui.part.ViewPart;

/**
 * Keeps scans that are meant for trying out from the desk: has the lead for as long as the view can be seen and wants
 * it. What is scanned is shown by the view, from the raw read. UI thread only, except what drivers call.
 */
final class TryLead implements ScanTarget, AutoCloseable {

    private final ScanSource scanners;
    private final Predicate<ScanEvent> interest;
    private Optional<Subscription> lead = Optional.empty();
    private Optional<Subscription> sight = Optional.empty();
    private boolean wanted;
    private boolean visible;

    /** @param interest in what is scanned; called on the devices' threads, and must not wait */
    TryLead(ScanSource scanners, boolean wanted, Predicate<ScanEvent> interest) {
        this.interest = Objects.requireNonNull(interest, "interest");
        this.scanners = Objects.requireNonNull(scanners, "scanners");
        this.wanted = wanted;
    }

    /** Leads while {@code part} can be seen. */
    void follow(ViewPart part) {
        sight = Optional.of(Sight.changes(part, this::visible));
        visible(Sight.of(part));
    }

    boolean isVisible() {
        return visible;
    }

    /** Whether scans are wanted here. */
    void takes(boolean now) {
        wanted = now;
        update();
    }

    void visible(boolean now) {
        visible = now;
        update();
    }

    private void update() {
        boolean leads = wanted && visible;
        if (leads && lead.isEmpty()) {
            lead = Optional.of(scanners.lead(this));
        } else if (!leads) {
            lead.ifPresent(Subscription::close);
            lead = Optional.empty();
        }
    }

    @Override
    public void close() {
        sight.ifPresent(Subscription::close);
        visible(false);
    }

    @Override
    public String id() {
        return TryItView.ID;
    }

    @Override
    public boolean takes(ScanEvent event) {
        return interest.test(event);
    }

    @Override
    public void scanned(ScanEvent event) {
        // The view hears of the raw read itself, which says more.
    }
}
