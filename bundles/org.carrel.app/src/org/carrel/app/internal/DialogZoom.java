/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.carrel.ui.Zoom;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FormData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/**
 * Dialogs in the size of text that the workstation has chosen, as far as the screen has room for them: those who cannot
 * read small text sign in as well. What opens while it is the ordinary one is left alone. UI thread only.
 */
final class DialogZoom {

    private static final String DONE = "org.carrel.app.zoomed";
    private static final String ENLARGED = "org.carrel.app.enlarged";
    /** The workbench marks its own windows with it. */
    private static final String WINDOW = "modelElement";
    private static final int STEP = 10;

    private final Display display;
    private final Supplier<Optional<Zoom>> zoom;

    /** What a control is at the ordinary size. */
    private record Ordinary(FontData font, Point hint) {}

    /** @param zoom what the workstation has chosen; asked for when a dialog opens */
    DialogZoom(Display display, Supplier<Optional<Zoom>> zoom) {
        this.display = display;
        this.zoom = zoom;
    }

    /** Every dialog that opens from now on; gives what ends it. */
    Runnable follow() {
        Listener listener = this::shown;
        display.addFilter(SWT.Show, listener);
        return () -> display.removeFilter(SWT.Show, listener);
    }

    private void shown(Event event) {
        if (event.widget instanceof Shell shell && isDialog(shell) && shell.getData(DONE) == null) {
            shell.setData(DONE, Boolean.TRUE);
            zoom.get().map(Zoom::percent).filter(percent -> percent > Zoom.ORDINARY)
                    .ifPresent(percent -> enlarge(shell, percent));
        } else if (event.widget instanceof Composite page && Boolean.TRUE.equals(page.getShell().getData(ENLARGED))) {
            // What was hidden until now, such as the second page of a wizard, does not know its new size yet.
            Shell around = page.getShell();
            display.asyncExec(() -> fit(around));
        }
    }

    /** The window itself has views that follow by themselves; what has no title is a hint or a menu of its own. */
    private static boolean isDialog(Shell shell) {
        return (shell.getStyle() & SWT.TITLE) != 0 && shell.getData(WINDOW) == null;
    }

    private static void enlarge(Shell shell, int wish) {
        shell.setData(ENLARGED, Boolean.TRUE);
        Map<Control, Ordinary> before = new HashMap<>();
        collect(shell, before);
        Rectangle room = shell.getMonitor().getClientArea();
        int percent = wish;
        Point wanted = scaled(shell, before, percent);
        while (percent > Zoom.ORDINARY && (wanted.x > room.width || wanted.y > room.height)) {
            percent -= STEP;
            wanted = scaled(shell, before, percent);
        }
        Rectangle now = shell.getBounds();
        Point size = new Point(Math.min(room.width, Math.max(now.width, wanted.x)),
                Math.min(room.height, Math.max(now.height, wanted.y)));
        int x = Math.clamp(now.x - (size.x - now.width) / 2, room.x, Math.max(room.x, room.x + room.width - size.x));
        int y = Math.clamp(now.y - (size.y - now.height) / 2, room.y, Math.max(room.y, room.y + room.height - size.y));
        shell.setBounds(x, y, size.x, size.y);
        shell.layout(true, true);
        // Some widgets know their size in the new font only after the toolkit has drawn them once.
        shell.getDisplay().asyncExec(() -> fit(shell));
    }

    /** Makes room for what needs more than it has, as far as the screen goes. */
    private static void fit(Shell shell) {
        if (!shell.isDisposed()) {
            Rectangle room = shell.getMonitor().getClientArea();
            Point now = shell.getSize();
            Point needed = shell.computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
            shell.setSize(Math.max(now.x, Math.min(needed.x, room.width)),
                    Math.max(now.y, Math.min(needed.y, room.height)));
            shell.layout(true, true);
        }
    }

    private static void collect(Control control, Map<Control, Ordinary> into) {
        Point hint = switch (control.getLayoutData()) {
            case GridData data -> new Point(data.widthHint, data.heightHint);
            case FormData data -> new Point(data.width, data.height);
            case null, default -> new Point(SWT.DEFAULT, SWT.DEFAULT);
        };
        into.put(control, new Ordinary(control.getFont().getFontData()[0], hint));
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, into);
            }
        }
    }

    /** How large the window would be. */
    private static Point scaled(Shell shell, Map<Control, Ordinary> before, int percent) {
        var fonts = new LocalResourceManager(JFaceResources.getResources(shell.getDisplay()), shell);
        before.forEach((control, ordinary) -> {
            int height = Math.max(1, Math.round(ordinary.font().getHeight() * percent / 100f));
            control.setFont(fonts.create(FontDescriptor.createFrom(ordinary.font()).setHeight(height)));
            switch (control.getLayoutData()) {
                case GridData data -> {
                    data.widthHint = scaled(ordinary.hint().x, percent);
                    data.heightHint = scaled(ordinary.hint().y, percent);
                }
                case FormData data -> {
                    data.width = scaled(ordinary.hint().x, percent);
                    data.height = scaled(ordinary.hint().y, percent);
                }
                case null, default -> {
                    // Its size comes from what it holds.
                }
            }
        });
        return shell.computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
    }

    private static int scaled(int hint, int percent) {
        return hint == SWT.DEFAULT ? hint : hint * percent / 100;
    }
}
