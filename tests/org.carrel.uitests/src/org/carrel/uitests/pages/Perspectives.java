/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.pages;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;

/** Opens perspectives, as the switcher does. */
final class Perspectives {

    private Perspectives() {}

    static void show(String id) {
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
            var window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
            window.getShell().forceActive();
            try {
                IWorkbenchPage page = PlatformUI.getWorkbench().showPerspective(id, window);
                if (page == null) {
                    throw new AssertionError("no page for " + id);
                }
            } catch (WorkbenchException e) {
                throw new AssertionError("the perspective " + id + " does not open", e);
            }
        });
    }

    /** The program ends with its last window, so the new one opens before the old one closes. */
    static void openAnotherWindow(String id) {
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().syncExec(() -> {
            IWorkbenchWindow before = workbench.getWorkbenchWindows()[0];
            try {
                IWorkbenchWindow after = workbench.openWorkbenchWindow(id, null);
                if (!before.close()) {
                    throw new AssertionError("the window does not close");
                }
                after.getShell().forceActive();
            } catch (WorkbenchException e) {
                throw new AssertionError("no other window opens", e);
            }
        });
    }
}
