/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Help &gt; Check for Updates… and Roll Back…. */
public final class UpdateHandlers {

    private UpdateHandlers() {}

    /** Looks for a newer version, or goes on with the one that the strip offers or waits for. */
    public static final class Check extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return goOn(event, notice -> notice instanceof Notice.Offer || notice instanceof Notice.Installed,
                    UpdateControl::look);
        }
    }

    /** Looks for a way back to the version before, or goes on with the one that the strip offers. */
    public static final class RollBack extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return goOn(event, Notice.WayBack.class::isInstance, UpdateControl::lookBack);
        }
    }

    /** The same from the menu as by the button of the strip, for who has only a keyboard. */
    private static Object goOn(ExecutionEvent event, Predicate<Notice> wanted, Consumer<UpdateControl> otherwise)
            throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        UpdateControl control = control();
        Optional<Notice> offered = control.notice().filter(wanted);
        if (offered.isPresent()) {
            new UpdateQuestions(window, control).goOn(offered.get());
        } else {
            otherwise.accept(control);
        }
        return null;
    }

    private static UpdateControl control() throws ExecutionException {
        BundleContext context = FrameworkUtil.getBundle(UpdateHandlers.class).getBundleContext();
        ServiceReference<UpdateControl> found = context.getServiceReference(UpdateControl.class);
        if (found == null) {
            throw new ExecutionException("the part of the program that updates it is missing");
        }
        return context.getService(found);
    }
}
