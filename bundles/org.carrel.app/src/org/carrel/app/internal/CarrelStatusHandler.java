/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.model.Texts;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
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
 * closes nothing, resets nothing and ends nothing: what is being scanned goes on. One window at a time: what fails
 * while one is open comes after it, together, each sentence once.
 */
public final class CarrelStatusHandler extends AbstractStatusHandler {

    private static final Logger LOG = LoggerFactory.getLogger("org.carrel.failures");
    private static final Texts TEXTS = Texts.of(CarrelStatusHandler.class);

    /** UI thread only, as all that follows. */
    private final Map<String, IStatus> waiting = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();
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
        if (!shown.contains(status.getMessage())) {
            waiting.putIfAbsent(status.getMessage(), status);
        }
        if (showing) {
            return;
        }
        showing = true;
        try {
            for (Shell shell = shell(); !waiting.isEmpty() && usable(shell); shell = shell()) {
                shown.addAll(waiting.keySet());
                IStatus next = together(List.copyOf(waiting.values()));
                waiting.clear();
                ErrorDialog.openError(shell, TEXTS.get("failure.title"), null, next);
            }
        } finally {
            showing = false;
            shown.clear();
            waiting.clear();
        }
    }

    private static IStatus together(List<IStatus> failures) {
        if (failures.size() == 1) {
            return failures.getFirst();
        }
        return new MultiStatus(CarrelStatusHandler.class, IStatus.OK, failures.toArray(IStatus[]::new),
                failures.stream().map(IStatus::getMessage).collect(Collectors.joining("\n")), null);
    }

    private static boolean usable(Shell shell) {
        return shell != null && !shell.isDisposed();
    }

    private static Shell shell() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return null;
        }
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null ? null : window.getShell();
    }
}
