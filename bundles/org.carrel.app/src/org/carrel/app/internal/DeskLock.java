/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.carrel.branch.SealedBranch;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.keys.IBindingService;

/**
 * Locks the desk: every window goes out of sight, with all that is half typed in it, and comes back as it was when
 * somebody types the password. What runs meanwhile, such as an upload, goes on. UI thread only.
 */
final class DeskLock {

    private static final int[] TOUCHES = { SWT.KeyDown, SWT.MouseDown, SWT.MouseMove, SWT.MouseWheel };
    private static final int LEAST_PAUSE = 250;

    private final IWorkbench workbench;
    private final SealedBranch branch;
    private final Display display;
    private final List<Shell> hidden = new ArrayList<>();
    private final Listener hide = this::hideNew;
    private LockShell screen;
    private Focus focus = Focus.NONE;

    /** Where the keyboard was, and what was selected there: half a barcode must not be replaced by its other half. */
    private record Focus(Control control, Point selection) {

        static final Focus NONE = new Focus(null, new Point(0, 0));

        static Focus now(Display display) {
            Control control = display.getFocusControl();
            return new Focus(control, control instanceof Text text ? text.getSelection() : new Point(0, 0));
        }

        void restore() {
            if (control != null && !control.isDisposed() && control.setFocus() && control instanceof Text text) {
                text.setSelection(selection);
            }
        }
    }

    DeskLock(IWorkbench workbench, SealedBranch branch) {
        this.workbench = workbench;
        this.branch = branch;
        this.display = workbench.getDisplay();
    }

    /** Locks by itself whenever nobody has touched keyboard or mouse for as long as the branch says. */
    void watch(Clock clock) {
        if (branch.profile().safety().locks()) {
            Idle idle = new Idle(branch.profile().safety().lockAfter(), clock);
            for (int touch : TOUCHES) {
                display.addFilter(touch, event -> idle.touch());
            }
            look(idle);
        }
    }

    boolean isLocked() {
        return screen != null;
    }

    /** Without effect when it is locked already. */
    void lock() {
        if (isLocked() || workbench.getActiveWorkbenchWindow() == null) {
            return;
        }
        focus = Focus.now(display);
        Shell main = workbench.getActiveWorkbenchWindow().getShell();
        Rectangle place = main.getBounds();
        boolean maximised = main.getMaximized();
        // Keys mean nothing but characters here: no scan field, no menu, no command hears of them.
        workbench.getService(IBindingService.class).setKeyFilterEnabled(false);
        Shell[] open = Arrays.stream(display.getShells()).filter(Shell::isVisible).toArray(Shell[]::new);
        screen = new LockShell(display, branch, main.getImages(), this::unlock);
        screen.open(place, maximised);
        for (Shell shell : open) {
            hidden.add(shell);
            shell.setVisible(false);
        }
        display.addFilter(SWT.Show, hide);
    }

    private void unlock() {
        display.removeFilter(SWT.Show, hide);
        LockShell before = screen;
        screen = null;
        for (Shell shell : hidden) {
            if (!shell.isDisposed()) {
                shell.setVisible(true);
            }
        }
        before.close();
        workbench.getService(IBindingService.class).setKeyFilterEnabled(true);
        if (!hidden.isEmpty() && !hidden.getLast().isDisposed()) {
            hidden.getLast().forceActive();
        }
        hidden.clear();
        focus.restore();
        focus = Focus.NONE;
    }

    /** A dialog that opens while nobody is there waits for somebody. */
    private void hideNew(Event event) {
        if (event.widget instanceof Shell shell && screen != null && !screen.isPartOf(shell)) {
            hidden.add(shell);
            display.asyncExec(() -> {
                if (!shell.isDisposed() && isLocked()) {
                    shell.setVisible(false);
                }
            });
        }
    }

    private void look(Idle idle) {
        if (isLocked()) {
            idle.touch();
        } else if (idle.left().isZero()) {
            lock();
            idle.touch();
        }
        display.timerExec((int) Math.max(LEAST_PAUSE, idle.left().toMillis()), () -> look(idle));
    }
}
