/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.util.concurrent.CountDownLatch;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What the bundles of these tests do when they are started; copied into their jars. */
public final class Activators {

    private Activators() {}

    /** Says in the system properties that it runs. */
    public static final class Good implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            System.setProperty("carrel.test.started", context.getBundle().getVersion().toString());
        }

        @Override
        public void stop(BundleContext context) {
            System.clearProperty("carrel.test.started");
        }
    }

    /** Throws. */
    public static final class Throwing implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("no licence");
        }

        @Override
        public void stop(BundleContext context) {
            // It never started.
        }
    }

    /** Waits for something that never happens. */
    public static final class Hanging implements BundleActivator {
        @Override
        public void start(BundleContext context) throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @Override
        public void stop(BundleContext context) {
            // It never started.
        }
    }

    /** Never comes to an end of stopping, and does not listen when it is asked to. */
    public static final class Lingering implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            // There is nothing wrong with that.
        }

        @Override
        public void stop(BundleContext context) {
            while (true) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    // That is what is wrong with it.
                    continue;
                }
            }
        }
    }
}
