/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.itemfile.internal;

import org.carrel.model.port.ItemSnapshots.Monitor;

/** Fetching and importing as one progress: half of it each. */
final class Phases {

    private static final long HALF = 1_000;

    private final Monitor monitor;

    Phases(Monitor monitor) {
        this.monitor = monitor;
    }

    Monitor first() {
        return new Phase(0);
    }

    Monitor second() {
        return new Phase(HALF);
    }

    private final class Phase implements Monitor {

        private final long before;

        Phase(long before) {
            this.before = before;
        }

        @Override
        public void progress(long done, long total) {
            double part = total <= 0 ? 0 : Math.clamp((double) done / total, 0, 1);
            monitor.progress(before + Math.round(HALF * part), 2 * HALF);
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }
    }
}
