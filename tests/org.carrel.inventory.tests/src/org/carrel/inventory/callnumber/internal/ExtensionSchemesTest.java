/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.extension.contribution.Troubles;
import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.model.CallNumberRules;
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

@DisplayName("Schemes that are contributed as extensions")
class ExtensionSchemesTest {

    private static final Object KEY = new Object();

    private final AtomicInteger made = new AtomicInteger();
    private final List<CallNumberScheme> services = new CopyOnWriteArrayList<>();
    private final IContributor contributor = ContributorFactorySimple.createContributor("org.example");
    private IExtensionRegistry registry;

    /** The example of the schema. */
    static final class AccessionNumbers implements CallNumberScheme {

        private static final Pattern FORM = Pattern.compile("\\s*(\\d{4})\\s*/\\s*(\\d{1,6})\\s*");

        @Override
        public String id() {
            return "not asked";
        }

        @Override
        public String name() {
            return "not asked";
        }

        @Override
        public Optional<ShelfKey> key(String callNumber) {
            Matcher form = FORM.matcher(callNumber);
            return form.matches()
                    ? Optional.of(ShelfKey.of(ByteBuffer.allocate(6).putShort(Short.parseShort(form.group(1)))
                            .putInt(Integer.parseInt(form.group(2))).array()))
                    : Optional.empty();
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
                    case "org.example.AccessionNumbers" -> new AccessionNumbers();
                    case "org.example.Other" -> new Object();
                    default -> throw new CoreException(Status.error("no such class"));
                };
            }
        }, KEY, KEY);
        contribute("<extension-point id=\"" + ExtensionSchemes.POINT + "\" name=\"Call number schemes\"/>");
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

    private static String scheme(String id, String attributes) {
        return "<extension id=\"x" + id + "\" point=\"" + ExtensionSchemes.POINT + "\"><scheme id=\"" + id
                + "\" name=\"Numbers\" " + attributes + "/></extension>";
    }

    /** A framework that knows of services, and of nothing else. */
    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { BundleContext.class }, (proxy, method, arguments) -> {
                    if (!method.getName().equals("registerService")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    CallNumberScheme scheme = (CallNumberScheme) arguments[1];
                    services.add(scheme);
                    return Proxy.newProxyInstance(getClass().getClassLoader(),
                            new Class<?>[] { ServiceRegistration.class }, (registration, call, none) -> {
                                services.remove(scheme);
                                return null;
                            });
                });
    }

    @Test
    @DisplayName("are services that a branch can use, made only when a call number is read")
    void are_services_that_a_branch_can_use() {
        contribute(scheme("org.example.accession", "class=\"org.example.AccessionNumbers\""));
        ExtensionSchemes schemes = new ExtensionSchemes(context(), registry, new Troubles());
        assertEquals(List.of("org.example.accession", "Numbers", "org.example.accession"),
                List.of(services.getFirst().id(), services.getFirst().name(), services.getFirst().family()));
        assertEquals(0, made.get());

        CallNumbers numbers = new CallNumberTable(
                new CallNumberRules(List.of("org.example.accession", "lc"), List.of()),
                List.of(services.getFirst(), new LcScheme()));
        assertEquals(Optional.of("org.example.accession"), numbers.read("1998/204").scheme());
        assertTrue(numbers.read("1998/204").key().compareTo(numbers.read("1998 / 1031").key()) < 0);
        assertTrue(numbers.read("2001/1").key().compareTo(numbers.read("A1").key()) < 0, "by the order of the schemes");
        assertEquals(Optional.of("lc"), numbers.read("QA76").scheme());
        assertEquals(1, made.get(), "made once");

        schemes.close();
        assertEquals(List.of(), services);
    }

    @Test
    void may_stand_among_those_of_another_scheme() {
        contribute(scheme("org.example.mixed", "family=\"lc\" class=\"org.example.AccessionNumbers\""));
        new ExtensionSchemes(context(), registry, new Troubles());
        assertEquals("lc", services.getFirst().family());
    }

    @Test
    @DisplayName("whose class is missing or no scheme understand nothing")
    void whose_class_is_missing_understand_nothing() {
        contribute(scheme("missing", "class=\"org.example.Missing\""));
        contribute(scheme("other", "class=\"org.example.Other\""));
        new ExtensionSchemes(context(), registry, new Troubles());
        assertEquals(2, services.size());
        for (CallNumberScheme scheme : services) {
            assertEquals(Optional.empty(), scheme.key("1998/204"));
            assertEquals(Optional.empty(), scheme.key("1998/204"));
        }
        assertEquals(2, made.get(), "each was tried once");
    }
}
