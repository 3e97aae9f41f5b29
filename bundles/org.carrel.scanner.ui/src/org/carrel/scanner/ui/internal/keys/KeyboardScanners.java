/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.wedge.KeyboardWedge;
import org.carrel.scanner.wedge.WedgeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scanners of this workstation that type, as they are set up. Any thread. */
final class KeyboardScanners {

    static final String DRIVER = "keyboard";

    private static final Logger LOG = LoggerFactory.getLogger(KeyboardScanners.class);

    private final ScannerService scanners;
    private final Texts texts = Texts.of(KeyboardScanners.class);

    KeyboardScanners(ScannerService scanners) {
        this.scanners = scanners;
    }

    /**
     * Sets one up where nothing is set up yet: most libraries have one, and whoever has none is not disturbed.
     *
     * @throws IOException when that cannot be written; the message is a sentence
     */
    void setUpTheFirst() throws IOException {
        if (scanners.devices().isEmpty() && scanners.problems().isEmpty()) {
            scanners.save(DeviceSettings.of(DRIVER, texts.get("keyboard.name"), DRIVER, "", DeviceRole.ANY));
        }
    }

    /** Those that are switched on, each with a fresh state. */
    Wedges wedges() {
        List<Wedges.Wedge> wedges = scanners.devices().stream().map(DeviceView::settings)
                .filter(device -> device.driver().equals(DRIVER) && device.enabled()).map(this::wedge)
                .flatMap(Optional::stream).toList();
        return new Wedges(wedges);
    }

    private Optional<Wedges.Wedge> wedge(DeviceSettings device) {
        try {
            WedgeSettings settings = WedgeSettings.of(device);
            return Optional.of(new Wedges.Wedge(device.id(), device.pipeline().charset().charset(), settings,
                    KeyboardWedge.of(device, scanners.pipeline(device.pipeline(), device.role()))));
        } catch (IllegalArgumentException e) {
            // Somebody wrote the file by hand: the others are heard all the same.
            LOG.warn("The keyboard scanner {} is not listened to: its settings make no sense", device.id(), e);
            return Optional.empty();
        }
    }
}
