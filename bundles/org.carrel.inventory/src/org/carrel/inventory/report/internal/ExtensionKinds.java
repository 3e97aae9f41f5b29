/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.carrel.inventory.report.ReportKind;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Makes services of the kinds of report that are contributed as extensions, for as long as they are contributed. */
@Component(service = {}, immediate = true)
public final class ExtensionKinds {

    static final String POINT = "org.carrel.inventory.reports";

    private final BundleContext context;
    private final IExtensionRegistry registry;
    private final Map<IConfigurationElement, ServiceRegistration<ReportKind>> registered = new HashMap<>();
    private final Listener listener = new Listener();

    @Activate
    public ExtensionKinds(BundleContext context, @Reference IExtensionRegistry registry) {
        this.context = context;
        this.registry = registry;
        registry.addListener(listener, POINT);
        add(registry.getConfigurationElementsFor(POINT));
    }

    @Deactivate
    public void close() {
        registry.removeListener(listener);
        synchronized (registered) {
            registered.values().forEach(ServiceRegistration::unregister);
            registered.clear();
        }
    }

    private void add(IConfigurationElement... elements) {
        for (IConfigurationElement element : elements) {
            if ("report".equals(element.getName())) {
                synchronized (registered) {
                    registered.computeIfAbsent(element,
                            fresh -> context.registerService(ReportKind.class, new ExtensionKind(fresh), null));
                }
            }
        }
    }

    private void remove(IConfigurationElement... elements) {
        synchronized (registered) {
            Arrays.stream(elements).map(registered::remove).filter(Objects::nonNull)
                    .forEach(ServiceRegistration::unregister);
        }
    }

    /** Hears of bundles that come and go. */
    private final class Listener implements IRegistryEventListener {

        @Override
        public void added(IExtension[] extensions) {
            List.of(extensions).forEach(extension -> add(extension.getConfigurationElements()));
        }

        @Override
        public void removed(IExtension[] extensions) {
            List.of(extensions).forEach(extension -> remove(extension.getConfigurationElements()));
        }

        @Override
        public void added(IExtensionPoint[] points) {
            // The point is this bundle's own.
        }

        @Override
        public void removed(IExtensionPoint[] points) {
            // It goes with this component.
        }
    }
}
