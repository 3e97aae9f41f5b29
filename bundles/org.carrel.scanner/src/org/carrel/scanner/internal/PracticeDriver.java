/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.util.List;

import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A scanner without a device, for practice mode: what it reads is passed on by {@code ScannerService.accept}. */
@Component(service = ScannerDriver.class)
public final class PracticeDriver implements ScannerDriver {

    private final Texts texts = Texts.of(PracticeDriver.class);

    /** @param branch that it is a practice branch is all that matters */
    @Activate
    public PracticeDriver(@Reference(target = "(practice=true)") Branch branch) {
        // Nothing to keep.
    }

    @Override
    public String id() {
        return "practice";
    }

    @Override
    public String name() {
        return texts.get("practice.name");
    }

    @Override
    public String hints() {
        return texts.get("practice.hints");
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    public List<FoundDevice> discover() {
        return List.of(new FoundDevice("practice", texts.get("practice.name")));
    }

    @Override
    public ScannerConnection open(DeviceSettings settings, ReadSink sink) {
        return () -> {
            // There is no device.
        };
    }
}
