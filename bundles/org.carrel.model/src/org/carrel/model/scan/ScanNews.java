/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.scan;

import java.util.Objects;

/** What a desk should hear of the scanners besides the scans that it takes. */
public sealed interface ScanNews {

    /** Somebody scanned, and no target took it: it is recorded nowhere. */
    record Unclaimed(ScanEvent event) implements ScanNews {
        public Unclaimed {
            Objects.requireNonNull(event, "event");
        }
    }

    /**
     * A device that was there has gone away. It is tried again and again.
     *
     * @param name     of the device, for people
     * @param sentence what that means and what to do
     */
    record Lost(String device, String name, String sentence) implements ScanNews {
        public Lost {
            Objects.requireNonNull(device, "device");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** A device that had gone away is there again. */
    record Back(String device, String name) implements ScanNews {
        public Back {
            Objects.requireNonNull(device, "device");
            Objects.requireNonNull(name, "name");
        }
    }
}
