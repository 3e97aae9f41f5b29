/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The workbench")
class WorkbenchOpensTest {

    @Test
    @DisplayName("opens one window with a page in it")
    void opens_one_window() {
        var pages = new AtomicReference<Object>();
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
            IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
            assertEquals(1, windows.length);
            pages.set(windows[0].getActivePage());
        });
        assertNotNull(pages.get());
    }
}
