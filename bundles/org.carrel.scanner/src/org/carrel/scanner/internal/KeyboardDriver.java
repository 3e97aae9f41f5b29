/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.util.List;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.scanner.wedge.WedgeSettings;
import org.osgi.service.component.annotations.Component;

/**
 * Scanners that type. There is nothing to open: whoever sees the keys asks a {@code KeyboardWedge} and passes on what
 * it recognises by {@code ScannerService.accept}.
 */
@Component(service = ScannerDriver.class)
public final class KeyboardDriver implements ScannerDriver {

    private final Texts texts = Texts.of(KeyboardDriver.class);

    @Override
    public String id() {
        return "keyboard";
    }

    @Override
    public String name() {
        return texts.get("keyboard.name");
    }

    @Override
    public String hints() {
        return texts.get("keyboard.hints");
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(WedgeSettings.END, texts.get("keyboard.end"), "enter", WedgeSettings.ENDS),
                new DriverOption(WedgeSettings.LONGEST_GAP, texts.get("keyboard.gap"),
                        Long.toString(WedgeSettings.STANDARD.longestGap().toMillis()), List.of()),
                new DriverOption(WedgeSettings.SHORTEST, texts.get("keyboard.shortest"),
                        Integer.toString(WedgeSettings.STANDARD.shortest()), List.of()));
    }

    @Override
    public List<FoundDevice> discover() {
        return List.of();
    }

    @Override
    public ScannerConnection open(DeviceSettings settings, ReadSink sink) {
        return () -> {
            // The keyboard stays where it is.
        };
    }
}
