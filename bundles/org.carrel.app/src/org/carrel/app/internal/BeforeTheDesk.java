/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.function.Function;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** What is asked or said while there is no window of the desk yet. UI thread only. */
final class BeforeTheDesk {

    private BeforeTheDesk() {}

    /** Gives {@code dialog} something to open in front of, which nobody sees: so it is in the middle of the screen. */
    static <T> T ask(Display display, Function<Shell, T> dialog) {
        Shell nobody = new Shell(display);
        nobody.setBounds(display.getPrimaryMonitor().getClientArea());
        try {
            return dialog.apply(nobody);
        } finally {
            nobody.dispose();
        }
    }
}
