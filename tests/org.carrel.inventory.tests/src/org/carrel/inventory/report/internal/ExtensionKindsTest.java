/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.extension.contribution.Troubles;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.internal.kinds.MissingReport;
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

@DisplayName("Reports that are contributed as extensions")
class ExtensionKindsTest {

    private static final Object KEY = new Object();

    private final AtomicInteger made = new AtomicInteger();
    private final List<ReportKind> services = new CopyOnWriteArrayList<>();
    private final IContributor contributor = ContributorFactorySimple.createContributor("org.example.lent");
    private IExtensionRegistry registry;

    /** Its id and name are not asked for. */
    private static final class NeverLent implements ReportKind {

        @Override
        public String id() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String name() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Report of(InventoryResults results, Instant madeAt) {
            return Samples.report(Samples.texts("a"));
        }
    }

    @BeforeEach
    void open() throws CoreException {
        registry = RegistryFactory.createRegistry(new RegistryStrategy(null, null) {
            @Override
            public Object createExecutableExtension(RegistryContributor from, String type, String overridden)
                    throws CoreException {
                made.incrementAndGet();
                return switch (type) {
                    case "org.example.NeverLent" -> new NeverLent();
                    case "org.example.Other" -> new Object();
                    default -> throw new CoreException(Status.error("no such class"));
                };
            }
        }, KEY, KEY);
        contribute("<extension-point id=\"org.carrel.inventory.reports\" name=\"Reports\"/>");
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

    private static String report(String id, String type) {
        return "<extension id=\"x" + id + "\" point=\"org.carrel.inventory.reports\"><report id=\"" + id
                + "\" name=\"Never lent\" class=\"" + type + "\"/></extension>";
    }

    /** A framework that knows of services, and of nothing else. */
    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { BundleContext.class }, (proxy, method, arguments) -> {
                    if (!method.getName().equals("registerService")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    ReportKind kind = (ReportKind) arguments[1];
                    services.add(kind);
                    return Proxy.newProxyInstance(getClass().getClassLoader(),
                            new Class<?>[] { ServiceRegistration.class }, (registration, call, none) -> {
                                services.remove(kind);
                                return null;
                            });
                });
    }

    @Test
    @DisplayName("are services, described by their extension, and made once, when one is wanted")
    void are_services_made_once_when_wanted() {
        contribute(report("org.example.never-lent", "org.example.NeverLent"));
        ExtensionKinds extensions = new ExtensionKinds(context(), registry, new Troubles());
        ReportKind kind = new KnownKinds(services).find("org.example.never-lent").orElseThrow();

        assertEquals("Never lent", kind.name());
        assertEquals(0, made.get());
        kind.of(null, Instant.EPOCH);
        assertEquals("Missing", kind.of(null, Instant.EPOCH).title());
        assertEquals(1, made.get());
        extensions.close();
        assertEquals(List.of(), services);
    }

    @Test
    @DisplayName("whose class is missing or no report say so when one is wanted")
    void whose_class_is_missing_say_so() {
        contribute(report("missing", "org.example.Missing"));
        contribute(report("other", "org.example.Other"));
        new ExtensionKinds(context(), registry, new Troubles());

        assertEquals(2, services.size());
        for (ReportKind kind : services) {
            String sentence = assertThrows(UnusableKindException.class, () -> kind.of(null, Instant.EPOCH))
                    .getMessage();
            assertTrue(sentence.contains("Never lent") && sentence.contains("org.example.lent"), sentence);
        }
    }

    @Test
    @DisplayName("do not take the place of one that was there before with the same id")
    void do_not_take_the_place_of_one_with_the_same_id() {
        contribute(report("missing", "org.example.NeverLent"));
        ReportKind first = new MissingReport();
        new ExtensionKinds(context(), registry, new Troubles());

        assertEquals(List.of(first), new KnownKinds(List.of(first, services.getFirst())).all());
    }
}
