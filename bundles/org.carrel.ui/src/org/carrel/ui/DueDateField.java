/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.carrel.model.Texts;
import org.carrel.ui.internal.CalendarPopup;
import org.carrel.ui.internal.TypedDate;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A due date and time: typed as people write dates in their language, or picked from a calendar; shown in full below.
 * UI thread only.
 */
public final class DueDateField extends Composite {

    private final Texts texts = Texts.of(DueDateField.class);
    private final TypedDate typed = new TypedDate(Locale.getDefault());
    private final Moments moments;
    private final Clock clock;
    private final Text date;
    private final DateTime time;
    private final Label inFull;
    private Runnable changed = () -> {
    };
    private boolean setting;

    /**
     * @param moments in the branch's time zone
     * @param clock   for what is typed relative to today
     * @param label   above the field, with a mnemonic
     * @param keyHint the key that leads here; may be empty
     */
    public DueDateField(Composite parent, Moments moments, Clock clock, String label, String keyHint) {
        super(parent, SWT.NONE);
        this.moments = moments;
        this.clock = clock;
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 3).applyTo(this);
        Label above = new Label(this, SWT.NONE);
        above.setText(label);
        above.setFont(TextSize.LARGE.in(this, true));
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(above);
        Label hint = new Label(this, SWT.NONE);
        hint.setText(keyHint);
        hint.setForeground(Palette.of(this).quiet());
        GridDataFactory.fillDefaults().align(SWT.END, SWT.END).applyTo(hint);
        date = WidgetKey.mark(new Text(this, SWT.SINGLE | SWT.BORDER), "due.date");
        date.setFont(TextSize.LARGE.in(this, false));
        date.setToolTipText(texts.get("due.tip"));
        AccessibleNames.name(date, texts.get("due.date"));
        GridDataFactory.fillDefaults().grab(true, false).hint(130, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(date);
        Button calendar = WidgetKey.mark(new Button(this, SWT.PUSH), "due.calendar");
        calendar.setImage(Images.of(this).get(Icon.CALENDAR));
        calendar.setToolTipText(texts.get("due.calendar"));
        AccessibleNames.name(calendar, texts.get("due.calendar"));
        time = new DateTime(this, SWT.TIME | SWT.SHORT);
        AccessibleNames.name(time, texts.get("due.time"));
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.FILL, SWT.CENTER).applyTo(time);
        inFull = WidgetKey.mark(new Label(this, SWT.WRAP), "due.inFull");
        GridDataFactory.fillDefaults().grab(true, false).span(4, 1).hint(200, SWT.DEFAULT).applyTo(inFull);
        date.addListener(SWT.Modify, event -> edited());
        date.addListener(SWT.FocusOut, event -> tidy());
        date.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                openCalendar();
                event.doit = false;
            }
        });
        time.addListener(SWT.Selection, event -> edited());
        calendar.addListener(SWT.Selection, event -> openCalendar());
    }

    /** Runs whenever a person, not the program, changed it. */
    public void onChange(Runnable handler) {
        changed = handler;
    }

    /** The moment; empty while what is typed is not a date. */
    public Optional<Instant> value() {
        return date().map(day -> day.atTime(LocalTime.of(time.getHours(), time.getMinutes()))
                .atZone(moments.zone()).toInstant());
    }

    /** Shows another moment; does not count as a change by a person. */
    public void setValue(Instant moment) {
        ZonedDateTime at = moment.atZone(moments.zone());
        setting = true;
        date.setText(typed.write(at.toLocalDate()));
        time.setTime(at.getHour(), at.getMinute(), 0);
        setting = false;
        explain();
    }

    /** As it is now; running what comes back puts it back to that, which does not count as a change by a person. */
    public Runnable remember() {
        String day = date.getText();
        Point selected = date.getSelection();
        int hours = time.getHours();
        int minutes = time.getMinutes();
        return () -> {
            setting = true;
            date.setText(day);
            date.setSelection(selected);
            time.setTime(hours, minutes, 0);
            setting = false;
            explain();
        };
    }

    /** @param remember how to put back the date, with what hangs on it, after somebody scanned into this field */
    public void onPutBack(Supplier<Runnable> remember) {
        PutBack.teach(date, remember);
        PutBack.teach(time, remember);
    }

    /** The text field, for focus and tests. */
    public Text text() {
        return date;
    }

    @Override
    public boolean setFocus() {
        boolean taken = date.setFocus();
        date.selectAll();
        return taken;
    }

    private Optional<LocalDate> date() {
        return typed.read(date.getText(), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), moments.zone());
    }

    private void edited() {
        if (!setting) {
            explain();
            changed.run();
        }
    }

    /** Writes what was understood, so that it can be seen to be what was meant. */
    private void tidy() {
        value().ifPresent(this::setValue);
    }

    private void explain() {
        Optional<Instant> moment = value();
        inFull.setText(moment.map(moments::inFull).orElse(texts.get("due.notUnderstood")));
        inFull.setForeground(Palette.of(this).text(moment.isPresent() ? Tone.NEUTRAL : Tone.BAD));
        inFull.requestLayout();
    }

    private void openCalendar() {
        new CalendarPopup(date, date().orElse(today()), texts.get("due.calendar")).open(picked -> {
            setting = true;
            date.setText(typed.write(picked));
            setting = false;
            edited();
            date.setFocus();
        });
    }
}
