/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.io.IOException;
import java.util.List;

import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.UnusableException;
import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A driver that an extension describes. Its class is made when a device is first looked for or opened, so that what
 * nobody uses costs nothing.
 */
final class ExtensionDriver implements ScannerDriver {

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionDriver.class);

    private final Contribution<ScannerDriver> driver;
    private final Texts texts = Texts.of(ExtensionDriver.class);

    ExtensionDriver(Contribution<ScannerDriver> driver) {
        this.driver = driver;
    }

    @Override
    public String id() {
        return driver.id();
    }

    @Override
    public String name() {
        return driver.name();
    }

    @Override
    public String hints() {
        return driver.attribute("hints").orElse("");
    }

    @Override
    public List<DriverOption> options() {
        try {
            return driver().options();
        } catch (IOException e) {
            LOG.error("The driver {} cannot be used", id(), e);
            return List.of();
        }
    }

    @Override
    public List<FoundDevice> discover() throws IOException {
        return driver().discover();
    }

    @Override
    public ScannerConnection open(DeviceSettings settings, ReadSink sink) throws IOException {
        return driver().open(settings, sink);
    }

    private ScannerDriver driver() throws IOException {
        try {
            return driver.get();
        } catch (UnusableException e) {
            throw new IOException(texts.get("extension.class", name(), driver.contributor()), e);
        }
    }
}
