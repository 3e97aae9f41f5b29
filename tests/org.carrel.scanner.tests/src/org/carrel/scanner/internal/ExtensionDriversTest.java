/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.carrel.extension.contribution.Troubles;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.testkit.Contributed;
import org.carrel.testkit.Contributions;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Drivers that are contributed as extensions")
class ExtensionDriversTest {

    private Contributions<ScannerDriver> bundles;

    @BeforeEach
    void open() throws CoreException {
        bundles = new Contributions<>(ScannerDriver.class, "org.carrel.scanner.scannerDrivers",
                Map.of("org.example.tcp.TcpDriver", FakeDriver::new, "org.example.tcp.Other", Object::new));
    }

    @AfterEach
    void close() {
        bundles.close();
    }

    private static String driver(String id, String type) {
        return "<extension id=\"x" + id + "\" point=\"org.carrel.scanner.scannerDrivers\"><driver id=\"" + id
                + "\" name=\"Network\" hints=\"Give host and port.\" class=\"" + type + "\"/></extension>";
    }

    @Test
    @DisplayName("are services, described by their extension, and made only when they are needed")
    void are_services_made_only_when_needed() throws Exception {
        bundles.contribute(driver("org.example.tcp", "org.example.tcp.TcpDriver"));
        ExtensionDrivers drivers = new ExtensionDrivers(bundles.context(), bundles.registry(), new Troubles());

        ScannerDriver driver = bundles.services().getFirst();
        assertEquals(List.of("org.example.tcp", "Network", "Give host and port."),
                List.of(driver.id(), driver.name(), driver.hints()));
        assertEquals(0, bundles.made());
        assertEquals(List.of(), driver.discover());
        assertThrows(IOException.class,
                () -> driver.open(DeviceSettings.of("a", "A", "x", "nowhere", DeviceRole.ANY), null));
        assertEquals(1, bundles.made(), "made once");
        drivers.close();
        assertEquals(List.of(), bundles.services());
    }

    @Test
    @DisplayName("whose class is missing or no driver say so when they are used")
    void whose_class_is_missing_say_so() {
        bundles.contribute(driver("missing", "org.example.tcp.Missing"));
        bundles.contribute(driver("other", "org.example.tcp.Other"));
        new ExtensionDrivers(bundles.context(), bundles.registry(), new Troubles());

        assertEquals(2, bundles.services().size());
        for (ScannerDriver driver : new ArrayList<>(bundles.services())) {
            String sentence = assertThrows(IOException.class, driver::discover).getMessage();
            assertTrue(sentence.contains("Network") && sentence.contains(Contributed.BUNDLE), sentence);
            assertEquals(List.of(), driver.options());
        }
    }
}
