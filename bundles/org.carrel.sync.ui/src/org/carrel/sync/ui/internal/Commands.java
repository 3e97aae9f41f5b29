/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import org.carrel.ui.Failures;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Runs commands from buttons, so that a button, a key and a menu do the very same. UI thread only. */
final class Commands {

    private Commands() {}

    static void run(IServiceLocator site, String command) {
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (NotEnabledException e) {
            // The button was pressed a moment before it was greyed: nothing to do any more.
            return;
        } catch (ExecutionException | NotDefinedException | NotHandledException e) {
            Failures.report(Commands.class, e);
        }
    }
}
