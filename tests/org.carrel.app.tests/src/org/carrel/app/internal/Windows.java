/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.carrel.ui.WidgetKey;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Somebody before windows that are opened without waiting for them. For the UI thread, which is the test's own. */
final class Windows {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final Display display;

    Windows(Display display) {
        this.display = display;
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            if (!display.readAndDispatch()) {
                display.timerExec(20, display::wake);
                display.sleep();
            }
        }
    }

    void type(String widget, String text) {
        find(widget, Text.class).setText(text);
    }

    /** Enter in the field {@code widget}. */
    void enter(String widget) {
        find(widget, Text.class).notifyListeners(SWT.DefaultSelection, new Event());
    }

    /** Presses a button, or ticks it. */
    void press(String widget) {
        press(find(widget, Button.class));
    }

    void pressLabelled(String label) {
        press(controls().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> button.isVisible() && button.getText().replace("&", "").equals(label))
                .reduce((first, last) -> last).orElseThrow(() -> new AssertionError("no button " + label)));
    }

    private static void press(Button button) {
        if (!button.isEnabled()) {
            throw new AssertionError(button.getText() + " is greyed");
        }
        if ((button.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
            for (Control other : button.getParent().getChildren()) {
                if ((button.getStyle() & SWT.RADIO) != 0 && other instanceof Button one
                        && (one.getStyle() & SWT.RADIO) != 0) {
                    one.setSelection(false);
                }
            }
            button.setSelection(true);
        }
        button.notifyListeners(SWT.Selection, new Event());
    }

    boolean isEnabled(String widget) {
        return find(widget, Button.class).isEnabled();
    }

    String said(String widget) {
        return find(widget, Label.class).getText();
    }

    String typed(String widget) {
        return find(widget, Text.class).getText();
    }

    /** Whether some window shows {@code words}. */
    boolean shows(String words) {
        return controls().filter(Control::isVisible).anyMatch(control -> switch (control) {
            case Label label -> label.getText().contains(words);
            case Text text -> text.getText().contains(words);
            default -> false;
        });
    }

    private <T extends Control> T find(String widget, Class<T> kind) {
        return controls().filter(control -> widget.equals(Objects.toString(control.getData(WidgetKey.KEY), "")))
                .filter(kind::isInstance).map(kind::cast).findFirst()
                .orElseThrow(() -> new AssertionError("no " + widget));
    }

    private Stream<Control> controls() {
        return Arrays.stream(display.getShells()).filter(Shell::isVisible).flatMap(Windows::all);
    }

    private static Stream<Control> all(Control control) {
        return control instanceof Composite composite
                ? Stream.concat(Stream.of(control), Arrays.stream(composite.getChildren()).flatMap(Windows::all))
                : Stream.of(control);
    }
}
