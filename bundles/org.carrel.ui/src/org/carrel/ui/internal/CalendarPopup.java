/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.time.LocalDate;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Shell;

import org.carrel.ui.AccessibleNames;

/** A calendar that drops down below a field: arrow keys and Enter, or a double click, pick; Escape leaves. */
public final class CalendarPopup {

    private final Control under;
    private final LocalDate first;
    private final String name;

    public CalendarPopup(Control under, LocalDate first, String name) {
        this.under = under;
        this.first = first;
        this.name = name;
    }

    /** Opens it and returns; {@code picked} hears of a date, or of nothing when it is left. */
    public void open(Consumer<LocalDate> picked) {
        Shell shell = new Shell(under.getShell(), SWT.ON_TOP | SWT.TOOL);
        shell.setText(name);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(shell);
        DateTime calendar = new DateTime(shell, SWT.CALENDAR);
        AccessibleNames.name(calendar, name);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(calendar);
        calendar.setDate(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth());
        Runnable pick = () -> {
            LocalDate date = LocalDate.of(calendar.getYear(), calendar.getMonth() + 1, calendar.getDay());
            shell.close();
            picked.accept(date);
        };
        calendar.addListener(SWT.DefaultSelection, event -> pick.run());
        calendar.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.keyCode == SWT.LF) {
                event.doit = false;
                pick.run();
            }
        });
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
                under.setFocus();
            }
        });
        shell.addListener(SWT.Deactivate, event -> shell.getDisplay().asyncExec(() -> {
            if (!shell.isDisposed()) {
                shell.close();
            }
        }));
        shell.pack();
        Point below = under.toDisplay(0, under.getSize().y + 2);
        Rectangle screen = under.getMonitor().getClientArea();
        shell.setLocation(Math.min(below.x, screen.x + screen.width - shell.getSize().x),
                Math.min(below.y, screen.y + screen.height - shell.getSize().y));
        shell.open();
        calendar.setFocus();
    }
}
