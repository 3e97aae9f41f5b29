/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * A registry with one extension point, and a framework that keeps services and nothing else: what bundles contribute,
 * without bundles. All of it comes from {@link Contributed#BUNDLE}.
 *
 * @param <S> what contributions to the point become services of
 */
public final class Contributions<S> implements AutoCloseable {

    private final Object key = new Object();
    private final IContributor contributor = ContributorFactorySimple.createContributor(Contributed.BUNDLE);
    private final Class<S> type;
    private final Map<String, Supplier<?>> classes;
    private final AtomicInteger made = new AtomicInteger();
    private final List<S> services = new CopyOnWriteArrayList<>();
    private final IExtensionRegistry registry;

    /**
     * @param point   the whole id of the extension point
     * @param classes what an object of each class is made by; others cannot be made
     */
    public Contributions(Class<S> type, String point, Map<String, Supplier<?>> classes) throws CoreException {
        this.type = type;
        this.classes = classes;
        this.registry = RegistryFactory.createRegistry(new RegistryStrategy(null, null) {
            @Override
            public Object createExecutableExtension(RegistryContributor from, String wanted, String overridden)
                    throws CoreException {
                return make(wanted);
            }
        }, key, key);
        contribute("<extension-point id=\"" + point + "\" name=\"A point\"/>");
    }

    private Object make(String wanted) throws CoreException {
        made.incrementAndGet();
        if (!classes.containsKey(wanted)) {
            throw new CoreException(Status.error("no such class"));
        }
        return classes.get(wanted).get();
    }

    /** Adds what stands in a {@code plugin.xml}. */
    public void contribute(String xml) {
        byte[] plugin = ("<?xml version=\"1.0\"?><?eclipse version=\"3.4\"?><plugin>" + xml + "</plugin>")
                .getBytes(StandardCharsets.UTF_8);
        if (!registry.addContribution(new ByteArrayInputStream(plugin), contributor, false, null, null, key)) {
            throw new IllegalArgumentException(xml);
        }
    }

    public IExtensionRegistry registry() {
        return registry;
    }

    /** What is registered now, in that order. */
    public List<S> services() {
        return services;
    }

    /** How often an object of a contributed class was asked for. */
    public int made() {
        return made.get();
    }

    /** A framework that knows of services, and of nothing else. */
    public BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { BundleContext.class }, (proxy, method, arguments) -> {
                    if (!method.getName().equals("registerService")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    S service = type.cast(arguments[1]);
                    services.add(service);
                    return Proxy.newProxyInstance(getClass().getClassLoader(),
                            new Class<?>[] { ServiceRegistration.class }, (registration, call, none) -> {
                                services.remove(service);
                                return null;
                            });
                });
    }

    @Override
    public void close() {
        registry.stop(key);
    }
}
