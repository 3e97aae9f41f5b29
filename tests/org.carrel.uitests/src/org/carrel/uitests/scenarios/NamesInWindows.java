/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.carrel.ui.AccessibleNames;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/**
 * Looks at every window that comes to the front or goes away, whoever opened it, for what a screen reader cannot name,
 * and every dialog for letters that are underlined twice. So no dialog has to be entered in a list to be looked at.
 */
final class NamesInWindows implements AutoCloseable {

    /** The platform makes it, and names not everything in it. */
    private static final String OF_THE_PLATFORM = "About";

    private final Display display;
    private final Set<String> missing = new ConcurrentSkipListSet<>();
    private final Set<String> underlinedTwice = new ConcurrentSkipListSet<>();
    private final Listener look = this::look;

    NamesInWindows(Display display) {
        this.display = display;
        display.syncExec(() -> {
            display.addFilter(SWT.Activate, look);
            display.addFilter(SWT.Deactivate, look);
        });
    }

    private void look(Event event) {
        if (event.widget instanceof Shell shell && !shell.isDisposed()
                && !shell.getText().startsWith(OF_THE_PLATFORM)) {
            AccessibleNames.missing(shell).forEach(control -> missing.add(shell.getText() + ": " + control));
            if (shell.getParent() != null) {
                Underlined.twice(shell).forEach(sharing -> underlinedTwice.add(shell.getText() + ": " + sharing));
            }
        }
    }

    /** Descriptions of all controls without a name that were seen. */
    Set<String> missing() {
        return missing;
    }

    /** What shares its letter with something else in a dialog. */
    Set<String> underlinedTwice() {
        return underlinedTwice;
    }

    @Override
    public void close() {
        display.syncExec(() -> {
            display.removeFilter(SWT.Activate, look);
            display.removeFilter(SWT.Deactivate, look);
        });
    }
}
