/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.contribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Makes services of what is contributed to an extension point, for as long as it is contributed. Safe for use by
 * several threads.
 *
 * @param <S> the kind of service
 */
public final class ContributedServices<S> implements AutoCloseable {

    private final BundleContext context;
    private final IExtensionRegistry registry;
    private final Kind<S> kind;
    private final Map<IConfigurationElement, ServiceRegistration<S>> registered = new HashMap<>();
    private final Listener listener = new Listener();

    /**
     * What is contributed.
     *
     * @param point   the id of the extension point
     * @param element the name of its elements that describe a service
     * @param type    what they are registered as
     * @param service what such an element describes; must not load its class yet, see {@link Contribution}
     */
    public record Kind<S>(String point, String element, Class<S> type, Function<IConfigurationElement, S> service) {}

    /** Registers what is contributed now, and what will be. */
    public ContributedServices(BundleContext context, IExtensionRegistry registry, Kind<S> kind) {
        this.context = context;
        this.registry = registry;
        this.kind = kind;
        registry.addListener(listener, kind.point());
        add(registry.getConfigurationElementsFor(kind.point()));
    }

    /** Unregisters all of it. */
    @Override
    public void close() {
        registry.removeListener(listener);
        synchronized (registered) {
            registered.values().forEach(ServiceRegistration::unregister);
            registered.clear();
        }
    }

    private void add(IConfigurationElement... elements) {
        for (IConfigurationElement element : elements) {
            if (kind.element().equals(element.getName())) {
                synchronized (registered) {
                    registered.computeIfAbsent(element,
                            fresh -> context.registerService(kind.type(), kind.service().apply(fresh), null));
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
            // The point is there before anybody contributes to it.
        }

        @Override
        public void removed(IExtensionPoint[] points) {
            // It goes with the component that uses this.
        }
    }
}
