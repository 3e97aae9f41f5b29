/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A driver that an extension describes. Its class is made when a device is first looked for or opened, so that what
 * nobody uses costs nothing.
 */
final class ExtensionDriver implements ScannerDriver {

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionDriver.class);

    private final IConfigurationElement element;
    private final Texts texts = Texts.of(ExtensionDriver.class);
    private Optional<ScannerDriver> made = Optional.empty();

    ExtensionDriver(IConfigurationElement element) {
        this.element = element;
    }

    @Override
    public String id() {
        return attribute("id");
    }

    @Override
    public String name() {
        return attribute("name");
    }

    @Override
    public String hints() {
        return attribute("hints");
    }

    private String attribute(String name) {
        return Optional.ofNullable(element.getAttribute(name)).orElse("");
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

    private synchronized ScannerDriver driver() throws IOException {
        if (made.isEmpty()) {
            try {
                if (!(element.createExecutableExtension("class") instanceof ScannerDriver driver)) {
                    throw new IOException(texts.get("extension.class", name(), element.getContributor().getName()));
                }
                made = Optional.of(driver);
            } catch (CoreException e) {
                throw new IOException(texts.get("extension.class", name(), element.getContributor().getName()), e);
            }
        }
        return made.get();
    }
}
