/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.time.Clock;
import java.time.Duration;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the log, once, how long the desk took to take its first scan. UI thread. */
final class ReadyNote implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyNote.class);

    private final Composite desk;
    private final Clock clock;

    private ReadyNote(Composite desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Waits for the first field in {@code desk} that has the keyboard. */
    static void expect(Composite desk, Clock clock) {
        ReadyNote note = new ReadyNote(desk, clock);
        desk.getDisplay().addFilter(SWT.FocusIn, note);
        desk.addDisposeListener(event -> desk.getDisplay().removeFilter(SWT.FocusIn, note));
    }

    /** A key is heard only when the thread gets to it: what else it was asked to do at the start comes first. */
    @Override
    public void handleEvent(Event event) {
        if (event.widget instanceof Text field && isInside(field)) {
            desk.getDisplay().removeFilter(SWT.FocusIn, this);
            desk.getDisplay().asyncExec(this::write);
        }
    }

    private boolean isInside(Control control) {
        for (Control ancestor = control; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor == desk) {
                return true;
            }
        }
        return false;
    }

    private void write() {
        ProcessHandle.current().info().startInstant()
                .ifPresent(start -> LOG.info("Desk ready {} ms after the start of the program",
                        Duration.between(start, clock.instant()).toMillis()));
    }
}
