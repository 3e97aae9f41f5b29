/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import org.carrel.model.QueueEntry;
import org.carrel.sync.UploadMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A monitor that cannot harm the upload: what the one behind it throws is logged. */
record CarefulMonitor(UploadMonitor behind) implements UploadMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(CarefulMonitor.class);

    @Override
    public void planned(int total, int lanes) {
        shielded(() -> behind.planned(total, lanes));
    }

    @Override
    public void sending(int lane, QueueEntry entry) {
        shielded(() -> behind.sending(lane, entry));
    }

    @Override
    public void settled(QueueEntry entry) {
        shielded(() -> behind.settled(entry));
    }

    @Override
    public void idle(int lane) {
        shielded(() -> behind.idle(lane));
    }

    @Override
    public boolean isCancelled() {
        try {
            return behind.isCancelled();
        } catch (RuntimeException e) {
            LOG.error("An upload's monitor failed", e);
            return false;
        }
    }

    private static void shielded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("An upload's monitor failed", e);
        }
    }
}
