/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.driver;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;

/**
 * What every driver does alike: finding widgets by name, in whatever window they can be seen, and reading them. How
 * keys and clicks are made is a driver's own.
 */
public abstract class ReadingDriver implements UiDriver {

    private final Display display;
    private int moves;

    protected ReadingDriver(Display display) {
        this.display = display;
    }

    @Override
    public final void focus(String widget) {
        with(widget, control -> {
            activate(control.getShell());
            return control.setFocus();
        });
        Waiting.until("the keyboard is in " + widget, () -> ui(() -> {
            Control focus = display.getFocusControl();
            return focus != null && Reading.named(display, widget).stream()
                    .anyMatch(found -> Reading.all(found).anyMatch(focus::equals));
        }), this::focused);
    }

    @Override
    public final void typeByHand(String text, int fewest, int most, Random random) {
        for (char c : text.toCharArray()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(fewest + random.nextInt(most - fewest + 1)));
            type(String.valueOf(c));
        }
    }

    @Override
    public final String text(String widget) {
        return with(widget, Reading::text);
    }

    @Override
    public final List<List<String>> rows(String widget) {
        return with(widget, control -> Reading.rows((Table) control));
    }

    @Override
    public final List<String> columns(String widget) {
        return with(widget, control -> Reading.columns((Table) control));
    }

    @Override
    public final String hint(String widget, int row) {
        return with(widget, control -> {
            Table table = (Table) control;
            Rectangle bounds = table.getItem(row).getBounds(0);
            Point middle = table.toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
            Event event = new Event();
            event.type = SWT.MouseMove;
            // A hand is never quite still, and a mouse that is says nothing.
            event.x = middle.x + moves++ % 2;
            event.y = middle.y;
            display.post(event);
            return Objects.requireNonNullElse(table.getToolTipText(), "");
        });
    }

    @Override
    public final boolean isShown(String widget) {
        return ui(() -> !Reading.named(display, widget).isEmpty());
    }

    @Override
    public final boolean isEnabled(String widget) {
        return with(widget, Control::isEnabled);
    }

    @Override
    public final boolean isChosen(String widget) {
        return with(widget, control -> ((Button) control).getSelection());
    }

    @Override
    public final int height(String widget) {
        return with(widget, control -> control.getSize().y);
    }

    @Override
    public final String focused() {
        return ui(() -> Optional.ofNullable(display.getFocusControl()).map(Reading::name).orElse(""));
    }

    @Override
    public final List<String> windows() {
        return ui(() -> Arrays.stream(display.getShells()).filter(Shell::isVisible).map(Shell::getText).toList());
    }

    @Override
    public final Runnable hideWindows() {
        List<Shell> shown = ui(() -> Arrays.stream(display.getShells()).filter(Shell::isVisible).toList());
        ui(() -> {
            shown.forEach(shell -> shell.setVisible(false));
            return true;
        });
        return () -> ui(() -> {
            shown.forEach(shell -> shell.setVisible(true));
            return shown.stream().findFirst().map(Shell::forceFocus).orElse(false);
        });
    }

    @Override
    public final String textOfWindow(String title) {
        return ui(() -> Reading.window(display, title));
    }

    @Override
    public final void closeDialogs() {
        Waiting.until("the dialogs are closed", () -> {
            List<Shell> dialogs = ui(() -> Arrays.stream(display.getShells()).filter(Shell::isVisible)
                    .filter(shell -> shell.getParent() != null && shell.isEnabled()).toList());
            // Not waited for: closing one may open a question, which waits for its answer and is closed in the next
            // turn.
            dialogs.forEach(dialog -> display.asyncExec(() -> {
                if (!dialog.isDisposed()) {
                    dialog.close();
                }
            }));
            return dialogs.isEmpty();
        }, this::windows);
    }

    protected final Display display() {
        return display;
    }

    /** Asks {@code what} about {@code widget} on the UI thread, once it can be seen. */
    protected final <T> T with(String widget, Function<Control, T> what) {
        Waiting.until(widget + " can be seen", () -> isShown(widget), this::windows);
        return ui(() -> what.apply(Reading.named(display, widget).getFirst()));
    }

    /** Runs {@code what} on the UI thread; what fails there fails here. */
    protected final <T> T ui(Supplier<T> what) {
        try {
            return display.syncCall(what::get);
        } catch (SWTException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** A window that is not the active one gets no keys, and a screen without a window manager has no active one. */
    protected final void needKeyboard() {
        Waiting.until("a window has the keyboard (is there a window manager on this display?)",
                () -> ui(() -> display.getFocusControl() != null));
    }

    protected static void activate(Shell shell) {
        if (shell.getDisplay().getActiveShell() != shell) {
            shell.forceActive();
        }
    }
}
