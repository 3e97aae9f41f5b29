/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;

import org.carrel.ui.AccessibleNames;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** A calendar that drops down below a field: arrow keys and Enter, or a double click, pick; Escape leaves. */
public final class CalendarPopup {

    private final Control under;
    private final LocalDate first;
    private final String name;
    /** Holds the keyboard, which not every toolkit gives to a calendar, and says the date to a screen reader. */
    private Text spoken;

    public CalendarPopup(Control under, LocalDate first, String name) {
        this.under = under;
        this.first = first;
        this.name = name;
    }

    /** Opens it and returns; {@code picked} hears of a date, or of nothing when it is left. */
    public void open(Consumer<LocalDate> picked) {
        Shell shell = new Shell(under.getShell(), SWT.NO_TRIM);
        shell.setText(name);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(shell);
        DateTime calendar = new DateTime(shell, SWT.CALENDAR);
        AccessibleNames.name(calendar, name);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(calendar);
        spoken = WidgetKey.mark(new Text(shell, SWT.READ_ONLY | SWT.CENTER | SWT.SINGLE), "due.calendar.date");
        AccessibleNames.name(spoken, name);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(spoken);
        show(calendar, first);
        calendar.addListener(SWT.Selection, event -> show(calendar, date(calendar)));
        Runnable pick = () -> {
            LocalDate date = date(calendar);
            shell.close();
            picked.accept(date);
        };
        calendar.addListener(SWT.DefaultSelection, event -> pick.run());
        followKeys(shell, calendar, pick);
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
        spoken.setFocus();
    }

    /**
     * The keyboard belongs to the calendar for as long as it is open. The toolkits differ in which widget of a small
     * window they give the keys to, and in what their calendars make of them.
     */
    private void followKeys(Shell shell, DateTime calendar, Runnable pick) {
        Listener keys = event -> {
            if (event.widget instanceof Control control && control.getShell() == shell && isOurs(event.keyCode)) {
                boolean pressed = event.type == SWT.KeyDown;
                event.doit = false;
                event.type = SWT.None;
                if (pressed) {
                    act(event.keyCode, calendar, pick);
                }
            }
        };
        shell.getDisplay().addFilter(SWT.KeyDown, keys);
        shell.getDisplay().addFilter(SWT.Traverse, keys);
        shell.addDisposeListener(event -> {
            shell.getDisplay().removeFilter(SWT.KeyDown, keys);
            shell.getDisplay().removeFilter(SWT.Traverse, keys);
        });
    }

    private static boolean isOurs(int keyCode) {
        return switch (keyCode) {
            case SWT.CR, SWT.KEYPAD_CR, SWT.LF, SWT.ESC, SWT.ARROW_LEFT, SWT.ARROW_RIGHT, SWT.ARROW_UP, SWT.ARROW_DOWN,
                    SWT.PAGE_UP, SWT.PAGE_DOWN -> true;
            default -> false;
        };
    }

    private void act(int keyCode, DateTime calendar, Runnable pick) {
        LocalDate date = date(calendar);
        switch (keyCode) {
            case SWT.ESC -> {
                calendar.getShell().close();
                under.setFocus();
            }
            case SWT.ARROW_LEFT -> show(calendar, date.minusDays(1));
            case SWT.ARROW_RIGHT -> show(calendar, date.plusDays(1));
            case SWT.ARROW_UP -> show(calendar, date.minusWeeks(1));
            case SWT.ARROW_DOWN -> show(calendar, date.plusWeeks(1));
            case SWT.PAGE_UP -> show(calendar, date.minusMonths(1));
            case SWT.PAGE_DOWN -> show(calendar, date.plusMonths(1));
            default -> pick.run();
        }
    }

    private static LocalDate date(DateTime calendar) {
        return LocalDate.of(calendar.getYear(), calendar.getMonth() + 1, calendar.getDay());
    }

    private void show(DateTime calendar, LocalDate date) {
        calendar.setDate(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
        spoken.setText(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).format(date));
    }
}
