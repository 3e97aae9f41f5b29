/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.model.inventory.WriteBackEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A monitor that cannot harm the push: what the one behind it throws is logged. */
record CarefulMonitor(PushMonitor behind) implements PushMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(CarefulMonitor.class);

    @Override
    public void planned(int total, int lanes) {
        shielded(() -> behind.planned(total, lanes));
    }

    @Override
    public void sending(WriteBackEntry entry) {
        shielded(() -> behind.sending(entry));
    }

    @Override
    public void settled(WriteBackEntry entry) {
        shielded(() -> behind.settled(entry));
    }

    @Override
    public boolean isCancelled() {
        try {
            return behind.isCancelled();
        } catch (RuntimeException e) {
            LOG.error("A push's monitor failed", e);
            return false;
        }
    }

    private static void shielded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("A push's monitor failed", e);
        }
    }
}
