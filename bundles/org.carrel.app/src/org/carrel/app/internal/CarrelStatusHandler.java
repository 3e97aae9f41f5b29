/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import org.carrel.model.Texts;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.AbstractStatusHandler;
import org.eclipse.ui.statushandlers.StatusAdapter;
import org.eclipse.ui.statushandlers.StatusManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every unexpected failure ends: in the log with its cause, and before the person at the desk as a sentence. It
 * closes nothing, resets nothing and ends nothing: what is being scanned goes on. One window at a time: a failure that
 * comes while another is shown is logged and counted in it by the platform's own list.
 */
public final class CarrelStatusHandler extends AbstractStatusHandler {

    private static final Logger LOG = LoggerFactory.getLogger("org.carrel.failures");

    private boolean showing;

    @Override
    public void handle(StatusAdapter adapter, int style) {
        IStatus status = adapter.getStatus();
        log(status);
        if ((style & (StatusManager.SHOW | StatusManager.BLOCK)) != 0 && status.getSeverity() >= IStatus.WARNING) {
            Display display = Display.getDefault();
            if (!display.isDisposed()) {
                display.asyncExec(() -> show(status));
            }
        }
    }

    private static void log(IStatus status) {
        String words = "{}: {}";
        switch (status.getSeverity()) {
            case IStatus.ERROR -> LOG.error(words, status.getPlugin(), status.getMessage(), status.getException());
            case IStatus.WARNING -> LOG.warn(words, status.getPlugin(), status.getMessage(), status.getException());
            default -> LOG.info(words, status.getPlugin(), status.getMessage(), status.getException());
        }
        for (IStatus child : status.getChildren()) {
            log(child);
        }
    }

    private void show(IStatus status) {
        Shell shell = shell();
        if (showing || shell == null || shell.isDisposed()) {
            return;
        }
        showing = true;
        try {
            ErrorDialog.openError(shell, Texts.of(CarrelStatusHandler.class).get("failure.title"), null, status);
        } finally {
            showing = false;
        }
    }

    private static Shell shell() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return null;
        }
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null ? null : window.getShell();
    }
}
