/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.pages;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.views.IViewDescriptor;

/** Opens perspectives and views, as the switcher and the menu do. */
public final class Perspectives {

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

    /** Opens a view in the perspective in front. */
    public static void showView(String id) {
        onPage(page -> {
            try {
                page.showView(id);
            } catch (PartInitException e) {
                throw new AssertionError("the view " + id + " does not open", e);
            }
            return true;
        });
    }

    /** The views of ours that there are, whatever perspective they are in. */
    public static List<String> views() {
        return onPage(page -> Arrays.stream(PlatformUI.getWorkbench().getViewRegistry().getViews())
                .map(IViewDescriptor::getId).filter(id -> id.startsWith("org.carrel.")).toList());
    }

    /** The perspective in front as it was delivered. */
    public static void reset() {
        onPage(page -> {
            page.resetPerspective();
            return true;
        });
    }

    private static <T> T onPage(Function<IWorkbenchPage, T> what) {
        IWorkbench workbench = PlatformUI.getWorkbench();
        return workbench.getDisplay()
                .syncCall(() -> what.apply(workbench.getWorkbenchWindows()[0].getActivePage()));
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
