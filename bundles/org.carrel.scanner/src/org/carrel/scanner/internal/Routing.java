/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.model.port.Subscription;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who gets a scan. Safe for use by several threads. */
final class Routing {

    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

    /** The one that took the lead last is first. */
    private final List<Lead> leads = new ArrayList<>();
    private final Consumer<ScanEvent> unclaimed;

    /** One time that somebody took the lead: taking it again must not be undone by the end of an earlier time. */
    private record Lead(ScanTarget target, Object token) {}

    /** @param unclaimed hears of what nobody took */
    Routing(Consumer<ScanEvent> unclaimed) {
        this.unclaimed = unclaimed;
    }

    Subscription lead(ScanTarget target) {
        Lead lead = new Lead(target, new Object());
        synchronized (leads) {
            leads.removeIf(earlier -> earlier.target() == target);
            leads.addFirst(lead);
        }
        return () -> {
            synchronized (leads) {
                leads.removeIf(other -> other.token() == lead.token());
            }
        };
    }

    /** Hands it over; false when nobody takes it, of which the desks are told. */
    boolean route(ScanEvent event, Optional<String> bound) {
        boolean taken = offer(event, bound);
        if (!taken) {
            unclaimed.accept(event);
        }
        return taken;
    }

    private boolean offer(ScanEvent event, Optional<String> bound) {
        for (ScanTarget target : candidates(bound)) {
            try {
                if (target.takes(event)) {
                    target.scanned(event);
                    return true;
                }
            } catch (RuntimeException e) {
                // Whether it was taken is not known, so that nobody else may have it: the desk hears that it was not.
                LOG.error("The scan target {} failed", target.id(), e);
                return false;
            }
        }
        return false;
    }

    /** A device that is bound feeds nobody else: its scans would land where nobody looks. */
    private List<ScanTarget> candidates(Optional<String> bound) {
        synchronized (leads) {
            return leads.stream().map(Lead::target)
                    .filter(target -> bound.isEmpty() || bound.get().equals(target.id())).toList();
        }
    }
}
