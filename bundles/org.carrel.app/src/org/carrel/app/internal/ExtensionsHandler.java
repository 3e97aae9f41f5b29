/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import org.carrel.extension.Extensions;
import org.carrel.model.port.Branch;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows what the library has added. */
public final class ExtensionsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        IEclipseContext context = window.getService(IEclipseContext.class);
        Extensions extensions = context.get(Extensions.class);
        if (extensions == null) {
            throw new ExecutionException("the part of the program that keeps extensions is missing");
        }
        ExtensionsDialog dialog = new ExtensionsDialog(window.getShell(), extensions,
                context.get(Branch.class).profile().safety().extensions());
        dialog.open();
        if (dialog.wantsRestart()) {
            window.getWorkbench().restart();
        }
        return null;
    }
}
