/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.carrel.ui.PutBack;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** A widget with the keyboard. */
final class FocusPlace implements Place {

    private final Control control;
    private final boolean heardLate;
    private final Consumer<String> keys;

    /**
     * @param heardLate whether it tells of a key only when it is let go, as the spinning field of a time does (GTK)
     * @param keys      presses keys, for widgets that are not made of text; they arrive later
     */
    FocusPlace(Control control, boolean heardLate, Consumer<String> keys) {
        this.control = control;
        this.heardLate = heardLate;
        this.keys = keys;
    }

    @Override
    public Runnable remember() {
        Runnable back = PutBack.of(control).orElseGet(this::rememberPlainly);
        return () -> {
            if (!control.isDisposed()) {
                back.run();
            }
        };
    }

    private Runnable rememberPlainly() {
        return switch (control) {
            case Text field -> remember(field.getText(), field.getSelection(), field::getText, field::setText,
                    field::setSelection);
            case StyledText field -> remember(field.getText(), field.getSelection(), field::getText, field::setText,
                    field::setSelection);
            case Combo field -> remember(field.getText(), field.getSelection(), field::getText, field::setText,
                    field::setSelection);
            case CCombo field -> remember(field.getText(), field.getSelection(), field::getText, field::setText,
                    field::setSelection);
            case Spinner field -> {
                int number = field.getSelection();
                yield () -> field.setSelection(number);
            }
            case DateTime field -> remember(field);
            case Table table -> {
                int[] rows = table.getSelectionIndices();
                yield () -> table.setSelection(rows);
            }
            default -> () -> {
                // Characters mean nothing to it.
            };
        };
    }

    private static Runnable remember(DateTime field) {
        int year = field.getYear();
        int month = field.getMonth();
        int day = field.getDay();
        int hours = field.getHours();
        int minutes = field.getMinutes();
        int seconds = field.getSeconds();
        return () -> {
            field.setDate(year, month, day);
            field.setTime(hours, minutes, seconds);
        };
    }

    private static Runnable remember(String text, Point selection, Supplier<String> now,
            Consumer<String> set, Consumer<Point> select) {
        return () -> {
            // Setting it is a change, of which whoever watches the field should not hear without need.
            if (!text.equals(now.get())) {
                set.accept(text);
            }
            select.accept(selection);
        };
    }

    @Override
    public boolean leaks() {
        return heardLate;
    }

    @Override
    public boolean type(String held) {
        if (control.isDisposed()) {
            return true;
        }
        // A control character means nothing in a field; it was typed, and had no effect.
        String text = held.replaceAll("\\p{Cntrl}", "");
        switch (control) {
            case Text field -> field.insert(field.getEditable() ? text : "");
            case StyledText field -> {
                if (field.getEditable()) {
                    Point selection = field.getSelection();
                    field.replaceTextRange(selection.x, selection.y - selection.x, text);
                    field.setSelection(selection.x + text.length());
                }
            }
            case Combo field when (field.getStyle() & SWT.READ_ONLY) == 0 -> {
                Point selection = field.getSelection();
                field.setText(spliced(field.getText(), selection, text));
                field.setSelection(new Point(selection.x + text.length(), selection.x + text.length()));
            }
            case CCombo field when field.getEditable() -> {
                Point selection = field.getSelection();
                field.setText(spliced(field.getText(), selection, text));
                field.setSelection(new Point(selection.x + text.length(), selection.x + text.length()));
            }
            default -> {
                keys.accept(held.replaceAll("[\\p{Cntrl}&&[^\r\t]]", ""));
                return false;
            }
        }
        return true;
    }

    private static String spliced(String text, Point selection, String more) {
        return text.substring(0, selection.x) + more + text.substring(selection.y);
    }
}
