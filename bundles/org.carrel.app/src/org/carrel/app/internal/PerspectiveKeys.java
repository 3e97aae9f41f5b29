/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.ActiveShellExpression;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * Shows perspectives in one window, but none that the branch does not have: its activities hide those, and its key
 * would say that they cannot be opened. UI thread only.
 */
final class PerspectiveKeys extends AbstractHandler {

    private final IWorkbenchWindow window;
    private final OfferedPerspectives offered;

    PerspectiveKeys(IWorkbenchWindow window, OfferedPerspectives offered) {
        this.window = window;
        this.offered = offered;
    }

    /** Takes the window over, and closes what an earlier profile left open in it. */
    void install() {
        window.getService(IHandlerService.class).activateHandler(
                IWorkbenchCommandConstants.PERSPECTIVES_SHOW_PERSPECTIVE, this,
                new ActiveShellExpression(window.getShell()));
        IWorkbenchPage page = window.getActivePage();
        List<IPerspectiveDescriptor> unwanted = Arrays.stream(page.getOpenPerspectives())
                .filter(perspective -> !offered.has(perspective.getId())).toList();
        if (unwanted.isEmpty()) {
            return;
        }
        if (page.getPerspective() == null || unwanted.contains(page.getPerspective())) {
            page.setPerspective(PlatformUI.getWorkbench().getPerspectiveRegistry()
                    .findPerspectiveWithId(offered.first()));
        }
        unwanted.forEach(perspective -> page.closePerspective(perspective, false, false));
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String id = event.getParameter(IWorkbenchCommandConstants.PERSPECTIVES_SHOW_PERSPECTIVE_PARM_ID);
        if (id != null && offered.has(id)) {
            try {
                PlatformUI.getWorkbench().showPerspective(id, window);
            } catch (WorkbenchException e) {
                throw new ExecutionException(id + " cannot be shown", e);
            }
        }
        return null;
    }
}
