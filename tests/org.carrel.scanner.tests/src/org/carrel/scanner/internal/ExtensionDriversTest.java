/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.extension.contribution.Troubles;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.ScannerDriver;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

@DisplayName("Drivers that are contributed as extensions")
class ExtensionDriversTest {

    private static final Object KEY = new Object();

    private final AtomicInteger made = new AtomicInteger();
    private final List<ScannerDriver> services = new CopyOnWriteArrayList<>();
    private final IContributor contributor = ContributorFactorySimple.createContributor("org.example.tcp");
    private IExtensionRegistry registry;

    @BeforeEach
    void open() throws CoreException {
        registry = RegistryFactory.createRegistry(new RegistryStrategy(null, null) {
            @Override
            public Object createExecutableExtension(RegistryContributor from, String type, String overridden)
                    throws CoreException {
                made.incrementAndGet();
                return switch (type) {
                    case "org.example.tcp.TcpDriver" -> new FakeDriver();
                    case "org.example.tcp.Other" -> new Object();
                    default -> throw new CoreException(Status.error("no such class"));
                };
            }
        }, KEY, KEY);
        contribute("<extension-point id=\"org.carrel.scanner.scannerDrivers\" name=\"Scanner drivers\"/>");
    }

    @AfterEach
    void close() {
        registry.stop(KEY);
    }

    private void contribute(String xml) {
        byte[] plugin = ("<?xml version=\"1.0\"?><?eclipse version=\"3.4\"?><plugin>" + xml + "</plugin>")
                .getBytes(StandardCharsets.UTF_8);
        assertTrue(registry.addContribution(new ByteArrayInputStream(plugin), contributor, false, null, null, KEY));
    }

    private static String driver(String id, String type) {
        return "<extension id=\"x" + id + "\" point=\"org.carrel.scanner.scannerDrivers\"><driver id=\"" + id
                + "\" name=\"Network\" hints=\"Give host and port.\" class=\"" + type + "\"/></extension>";
    }

    /** A framework that knows of services, and of nothing else. */
    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { BundleContext.class }, (proxy, method, arguments) -> {
                    if (!method.getName().equals("registerService")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    ScannerDriver driver = (ScannerDriver) arguments[1];
                    services.add(driver);
                    return Proxy.newProxyInstance(getClass().getClassLoader(),
                            new Class<?>[] { ServiceRegistration.class }, (registration, call, none) -> {
                                services.remove(driver);
                                return null;
                            });
                });
    }

    @Test
    @DisplayName("are services, described by their extension, and made only when they are needed")
    void are_services_made_only_when_needed() throws Exception {
        contribute(driver("org.example.tcp", "org.example.tcp.TcpDriver"));
        ExtensionDrivers drivers = new ExtensionDrivers(context(), registry, new Troubles());

        ScannerDriver driver = services.getFirst();
        assertEquals(List.of("org.example.tcp", "Network", "Give host and port."),
                List.of(driver.id(), driver.name(), driver.hints()));
        assertEquals(0, made.get());
        assertEquals(List.of(), driver.discover());
        assertThrows(IOException.class,
                () -> driver.open(DeviceSettings.of("a", "A", "x", "nowhere", DeviceRole.ANY), null));
        assertEquals(1, made.get(), "made once");
        drivers.close();
        assertEquals(List.of(), services);
    }

    @Test
    @DisplayName("whose class is missing or no driver say so when they are used")
    void whose_class_is_missing_say_so() {
        contribute(driver("missing", "org.example.tcp.Missing"));
        contribute(driver("other", "org.example.tcp.Other"));
        new ExtensionDrivers(context(), registry, new Troubles());

        assertEquals(2, services.size());
        for (ScannerDriver driver : new ArrayList<>(services)) {
            String sentence = assertThrows(IOException.class, driver::discover).getMessage();
            assertTrue(sentence.contains("Network") && sentence.contains("org.example.tcp"), sentence);
            assertEquals(List.of(), driver.options());
        }
    }
}
