/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.concurrent.Executor;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Runs what has to do with a control on the UI thread, in order of submission, and drops it once the control is gone.
 * Any thread may submit; nobody waits.
 */
public final class UiThread implements Executor {

    private final Control owner;
    private final Display display;

    private UiThread(Control owner) {
        this.owner = owner;
        this.display = owner.getDisplay();
    }

    /** For {@code owner}; call it on the UI thread. */
    public static UiThread of(Control owner) {
        return new UiThread(owner);
    }

    @Override
    public void execute(Runnable task) {
        if (display.isDisposed()) {
            return;
        }
        display.asyncExec(() -> {
            if (!owner.isDisposed()) {
                task.run();
            }
        });
    }
}
