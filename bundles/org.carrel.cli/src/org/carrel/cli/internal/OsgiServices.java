/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.carrel.model.Texts;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Services from the OSGi registry. What was found is held until {@link #close}: a component that nobody holds is taken
 * down, and the practice server would go with it.
 */
final class OsgiServices implements Services, AutoCloseable {

    private static final Texts TEXTS = Texts.of(OsgiServices.class);

    private final BundleContext bundle;
    private final Duration patience;
    private final Deque<ServiceTracker<?, ?>> open = new ArrayDeque<>();

    OsgiServices(BundleContext bundle, Duration patience) {
        this.bundle = bundle;
        this.patience = patience;
    }

    @Override
    public <T> T get(Class<T> type) throws CommandFailure {
        try {
            T service = tracker(type).waitForService(patience.toMillis());
            if (service != null) {
                return service;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CommandFailure(Exit.UNEXPECTED, TEXTS.get("service.missing", type.getSimpleName()));
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(tracker(type).getService());
    }

    private <T> ServiceTracker<T, T> tracker(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(bundle, type, null);
        tracker.open();
        open.push(tracker);
        return tracker;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
