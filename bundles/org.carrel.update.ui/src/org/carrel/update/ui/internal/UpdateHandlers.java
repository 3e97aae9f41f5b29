/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Help &gt; Check for Updates… and Roll Back…. */
public final class UpdateHandlers {

    private UpdateHandlers() {}

    /** Looks for a newer version. */
    public static final class Check extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return with(UpdateControl::look);
        }
    }

    /** Goes back to the version before. */
    public static final class RollBack extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return with(UpdateControl::lookBack);
        }
    }

    private static Object with(Consumer<UpdateControl> deed) throws ExecutionException {
        BundleContext context = FrameworkUtil.getBundle(UpdateHandlers.class).getBundleContext();
        ServiceReference<UpdateControl> found = context.getServiceReference(UpdateControl.class);
        if (found == null) {
            throw new ExecutionException("the part of the program that updates it is missing");
        }
        deed.accept(context.getService(found));
        return null;
    }
}
