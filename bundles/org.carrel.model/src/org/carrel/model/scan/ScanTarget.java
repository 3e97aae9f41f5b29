/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.scan;

/** Takes scans: a view whose scan field may have the lead. */
public interface ScanTarget {

    /** By which a device's settings name it; the same for as long as the program is installed. */
    String id();

    /** Whether this target has a use for it, now. Called on the device's thread; must not wait. */
    boolean takes(ScanEvent event);

    /**
     * Takes it over. Called on the device's thread, for each device in the order of its reads; must not wait: hand it
     * to the thread that records. What was handed over is the target's to keep.
     */
    void scanned(ScanEvent event);
}
