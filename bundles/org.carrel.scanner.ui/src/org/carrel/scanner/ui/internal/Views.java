/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import org.carrel.ui.Failures;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Brings views to the front. UI thread only. */
final class Views {

    private Views() {}

    /** Shows the view {@code id}; a failure reaches the status handler. */
    static void show(IWorkbenchPage page, String id) {
        try {
            page.showView(id);
        } catch (PartInitException e) {
            Failures.report(Views.class, e);
        }
    }
}
