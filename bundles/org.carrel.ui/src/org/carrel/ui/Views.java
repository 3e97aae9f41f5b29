/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Brings views to the front. UI thread only. */
public final class Views {

    private Views() {}

    /** Shows the view {@code id}; a failure reaches the status handler. */
    public static Optional<IViewPart> show(IWorkbenchPage page, String id) {
        try {
            return Optional.of(page.showView(id));
        } catch (PartInitException e) {
            Failures.report(Views.class, e);
            return Optional.empty();
        }
    }

    /** For handlers: shows the view {@code id} and does something with it. @return null, as handlers do */
    public static <V> Object in(ExecutionEvent event, String id, Class<V> type, Consumer<V> doing)
            throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        show(page, id).map(type::cast).ifPresent(doing);
        return null;
    }

    /** The keyboard goes back to the part in front: a button that goes away must not take it with it. */
    public static void backToWork(IWorkbenchWindow window) {
        IWorkbenchPart part = window.getActivePage() == null ? null : window.getActivePage().getActivePart();
        if (part != null) {
            part.setFocus();
        }
    }
}
