/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.scan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What one device read at one moment: one scan, or all the items of a stack.
 *
 * @param device the id of the device
 * @param name   its name, for people
 * @param role   what the device is for
 * @param at     when it was read
 * @param scans  in the order read; never empty
 * @param stack  whether it belongs together, as what lies on an RFID pad does
 */
public record ScanEvent(String device, String name, DeviceRole role, Instant at, List<Scan> scans, boolean stack) {

    /** @throws IllegalArgumentException without a scan */
    public ScanEvent {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(at, "at");
        scans = List.copyOf(scans);
        if (scans.isEmpty()) {
            throw new IllegalArgumentException("nothing was scanned");
        }
    }
}
