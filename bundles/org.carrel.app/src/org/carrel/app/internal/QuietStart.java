/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Lets no job run while the window opens: a desk's computer has few processors, and until a scan can be typed they
 * belong to the scan field. What lists and counts ask of a long queue meanwhile is answered as soon as the UI thread
 * has nothing to do, be it in the window or in a dialog that came first. UI thread only.
 */
final class QuietStart implements Listener {

    private final IJobManager jobs;

    private QuietStart(IJobManager jobs) {
        this.jobs = jobs;
    }

    /** Before anything opens. */
    static QuietStart begin(IJobManager jobs) {
        jobs.suspend();
        return new QuietStart(jobs);
    }

    /** Once all is made: the first time that {@code display} waits for its user is the end of it. */
    void endWhenIdle(Display display) {
        display.addListener(SWT.PreExternalEventDispatch, this);
    }

    @Override
    public void handleEvent(Event event) {
        event.display.removeListener(SWT.PreExternalEventDispatch, this);
        jobs.resume();
    }
}
