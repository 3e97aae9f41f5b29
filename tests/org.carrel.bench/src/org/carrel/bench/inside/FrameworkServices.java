/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the framework that this runs in; waits for each, within bounds. */
final class FrameworkServices implements Services {

    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(60);

    @Override
    public <S> S get(Class<S> kind) {
        BundleContext context = FrameworkUtil.getBundle(FrameworkServices.class).getBundleContext();
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context, kind, null);
        // Left open on purpose: the service is used until the framework ends.
        tracker.open();
        try {
            S service = tracker.waitForService(PATIENCE);
            if (service == null) {
                throw new IllegalStateException("no service " + kind.getName() + " came up");
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + kind.getName(), e);
        }
    }
}
