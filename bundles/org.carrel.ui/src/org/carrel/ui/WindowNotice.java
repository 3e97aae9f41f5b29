/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * Something for the strip at the top of the window, above every perspective. Bundles register services of this type;
 * the strip asks each once per window.
 */
public interface WindowNotice {

    /**
     * Makes the notice, which takes no room and no keyboard while there is nothing to say, and never takes the keyboard
     * by itself. It ends when {@code strip} is disposed. UI thread.
     *
     * @param strip has a grid of one column
     */
    void addTo(Composite strip, IWorkbenchWindow window);
}
