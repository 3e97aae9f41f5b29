/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.driver;

import java.util.Optional;

/** A device that is open. */
public interface ScannerConnection extends AutoCloseable {

    /**
     * Closes the device and ends its threads. Called once, on any thread, also after {@link ReadSink#lost}. Reads that
     * have begun to arrive may still be passed on while it runs, and none after.
     */
    @Override
    void close();

    /** How to set the security of tags through this device; empty for devices that cannot. */
    default Optional<TagSecurity> security() {
        return Optional.empty();
    }
}
