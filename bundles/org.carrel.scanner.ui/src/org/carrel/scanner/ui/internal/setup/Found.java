/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import org.carrel.model.Texts;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ScannerDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a driver found when it looked for devices.
 *
 * @param sentence for the desk: how many, or why none
 */
record Found(List<FoundDevice> devices, String sentence) {

    private static final Logger LOG = LoggerFactory.getLogger(Found.class);
    private static final Texts TEXTS = Texts.of(Found.class);

    Found {
        devices = List.copyOf(devices);
        Objects.requireNonNull(sentence, "sentence");
    }

    /** Looks. Waits for the driver: not on the UI thread. A driver that fails has found nothing and says why. */
    static Found by(ScannerDriver driver) {
        try {
            List<FoundDevice> devices = driver.discover();
            return new Found(devices, TEXTS.get("found.count", devices.size()));
        } catch (IOException e) {
            return new Found(List.of(), TEXTS.get("found.failed", e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            // A driver may be a library's own: whatever it does, its device can still be typed in.
            LOG.warn("The driver {} failed when it looked for devices", driver.id(), e);
            return new Found(List.of(), TEXTS.get("found.broken", driver.name()));
        }
    }
}
