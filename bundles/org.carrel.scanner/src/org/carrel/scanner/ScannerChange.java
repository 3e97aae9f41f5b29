/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner;

import java.util.Objects;

import org.carrel.model.scan.Scan;

/** What is new about the scanners. */
public sealed interface ScannerChange {

    /** Devices were added, removed or set up differently, or drivers came or went. */
    record DevicesChanged() implements ScannerChange {}

    /** One device is in another state. */
    record StatusChanged(DeviceView device) implements ScannerChange {
        public StatusChanged {
            Objects.requireNonNull(device, "device");
        }
    }

    /**
     * A device read something. For watching and trying out; targets have been told already.
     *
     * @param claimed whether a target took it; the desk should hear when nobody did
     */
    record Heard(RawRead raw, Scan scan, boolean claimed) implements ScannerChange {
        public Heard {
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(scan, "scan");
        }
    }

    /** The list of items whose security is to be put right changed. */
    record FixListChanged() implements ScannerChange {}
}
