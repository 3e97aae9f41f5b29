/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.pages;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** Runs commands as the menu does: what opens a dialog comes back when the dialog is open. */
public final class MenuBar {

    public static final String EXPORT = "org.carrel.sync.ui.commands.export";
    public static final String ABOUT = "org.eclipse.ui.help.aboutAction";
    public static final String EXTENSIONS = "org.carrel.app.commands.extensions";
    public static final String WELCOME = "org.carrel.app.commands.welcome";
    public static final String PREFERENCES = "org.eclipse.ui.window.preferences";

    private MenuBar() {}

    public static void choose(String command) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            try {
                window.getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new AssertionError("the command " + command + " does not run", e);
            }
        });
    }
}
