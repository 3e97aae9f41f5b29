/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.carrel.uitests.driver.Keys;
import org.carrel.uitests.driver.Reading;
import org.carrel.uitests.driver.ReadingDriver;
import org.carrel.uitests.driver.ScreenImage;
import org.carrel.uitests.driver.Waiting;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Widget;

/** Drives the window with SWT alone: keys and clicks are real events of the window system. */
public final class EventDriver extends ReadingDriver {

    private static final int CLICKS = 5;
    private static final String LETTERS_WITH_SHIFT = "+_:?!*()\"<>|{}~@#$%^&";

    private final Display display;
    private final AtomicInteger released = new AtomicInteger();
    private final AtomicReference<Widget> clicked = new AtomicReference<>();
    private int posted;

    public EventDriver(Display display) {
        super(display);
        this.display = display;
        display.syncExec(() -> {
            display.addFilter(SWT.KeyUp, event -> released.incrementAndGet());
            display.addFilter(SWT.MouseDown, event -> clicked.set(event.widget));
            display.addFilter(SWT.MouseUp, event -> released.incrementAndGet());
        });
    }

    @Override
    public void click(String widget) {
        Waiting.until(widget + " can be pressed", () -> isShown(widget) && isEnabled(widget));
        click(() -> Optional.of(with(widget, control -> control)));
    }

    @Override
    public void clickLabelled(String label) {
        Waiting.until("a button " + label + " can be seen",
                () -> ui(() -> Reading.labelled(display, label).isPresent()),
                this::windows);
        click(() -> ui(() -> Reading.labelled(display, label).map(Control.class::cast)));
    }

    @Override
    public void type(String text) {
        needKeyboard();
        for (char character : text.toCharArray()) {
            boolean shift = Character.isUpperCase(character) || LETTERS_WITH_SHIFT.indexOf(character) >= 0;
            if (character == '\r' || character == '\n') {
                stroke(Keys.parse("Enter"));
            } else if (character == '\t') {
                stroke(Keys.parse("Tab"));
            } else {
                stroke(new Keys(shift ? List.of(SWT.SHIFT) : List.of(), 0, character));
            }
        }
        settle();
    }

    /** All at once from the thread of the window: nothing comes in between. */
    @Override
    public void scan(String barcode) {
        needKeyboard();
        ui(() -> {
            barcode.chars().forEach(character -> stroke(new Keys(List.of(), 0, (char) character)));
            stroke(Keys.parse("Enter"));
            return true;
        });
        settle();
    }

    @Override
    public void press(String keys) {
        needKeyboard();
        stroke(Keys.parse(keys));
        settle();
    }

    @Override
    public void select(String widget, int... rows) {
        with(widget, control -> {
            Table table = (Table) control;
            table.setFocus();
            table.setSelection(rows);
            table.notifyListeners(SWT.Selection, new Event());
            return true;
        });
    }

    @Override
    public void tick(String widget, int row) {
        with(widget, control -> {
            TableItem item = ((Table) control).getItem(row);
            item.setChecked(!item.getChecked());
            Event event = new Event();
            event.detail = SWT.CHECK;
            event.item = item;
            control.notifyListeners(SWT.Selection, event);
            return true;
        });
    }

    @Override
    public void choose(String widget, String entry) {
        with(widget, control -> {
            Combo combo = (Combo) control;
            int index = combo.indexOf(entry);
            if (index < 0) {
                throw new AssertionError(widget + " does not offer " + entry + " but "
                        + Arrays.toString(combo.getItems()));
            }
            combo.select(index);
            combo.notifyListeners(SWT.Selection, new Event());
            return true;
        });
    }

    @Override
    public void chooseFromMenu(String widget, String... path) {
        with(widget, control -> {
            Menu menu = control.getMenu();
            MenuItem item = null;
            for (String entry : path) {
                menu.notifyListeners(SWT.Show, new Event());
                Menu shown = menu;
                item = Arrays.stream(menu.getItems()).filter(each -> plain(each).startsWith(entry)).findFirst()
                        .orElseThrow(() -> new AssertionError("no " + entry + " in the menu of " + widget + " but "
                                + Arrays.stream(shown.getItems()).map(EventDriver::plain).toList()));
                menu = item.getMenu();
            }
            if (item != null) {
                if ((item.getStyle() & SWT.CHECK) != 0) {
                    item.setSelection(!item.getSelection());
                }
                item.notifyListeners(SWT.Selection, new Event());
            }
            return true;
        });
    }

    @Override
    public void screenshot(Path file) {
        try {
            ScreenImage.write(display, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A window that has just opened may still be on its way to its place: then the click meets something else, and is
     * repeated, once the window stands still.
     */
    private void click(Supplier<Optional<Control>> target) {
        for (int attempt = 0; attempt < CLICKS; attempt++) {
            Optional<Control> control = target.get();
            if (control.isEmpty()) {
                return;
            }
            clicked.set(null);
            click(control.get());
            if (control.get() == clicked.get()) {
                return;
            }
        }
        throw new AssertionError("clicks do not meet " + ui(() -> target.get().map(Reading::text).orElse("")));
    }

    private void click(Control control) {
        AtomicReference<Point> before = new AtomicReference<>();
        Waiting.until("the window stands still in front", () -> ui(() -> {
            activate(control.getShell());
            Point now = middle(control);
            return now.equals(before.getAndSet(now)) && display.getActiveShell() == control.getShell();
        }), this::windows);
        mouse(SWT.MouseMove, before.get());
        Waiting.briefly(() -> ui(() -> display.getCursorControl() == control));
        mouse(SWT.MouseDown, before.get());
        Waiting.briefly(() -> clicked.get() != null);
        mouse(SWT.MouseUp, before.get());
        settle();
    }

    private static Point middle(Control control) {
        Point size = control.getSize();
        return control.toDisplay(size.x / 2, size.y / 2);
    }

    private void stroke(Keys keys) {
        keys.modifiers().forEach(modifier -> key(SWT.KeyDown, modifier, '\0'));
        key(SWT.KeyDown, keys.keyCode(), keys.character());
        key(SWT.KeyUp, keys.keyCode(), keys.character());
        keys.modifiers().reversed().forEach(modifier -> key(SWT.KeyUp, modifier, '\0'));
    }

    private void key(int type, int keyCode, char character) {
        Event event = new Event();
        event.type = type;
        event.keyCode = keyCode;
        event.character = character;
        post(event);
    }

    private void mouse(int type, Point where) {
        Event event = new Event();
        event.type = type;
        event.x = where.x;
        event.y = where.y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        post(event);
    }

    private void post(Event event) {
        if (!ui(() -> display.post(event))) {
            throw new AssertionError("the window system did not take " + event);
        }
        if (event.type == SWT.KeyUp || event.type == SWT.MouseUp) {
            posted++;
        }
    }

    /**
     * Comes back when the window has dealt with what was posted. A key that closes its window may take its release with
     * it: that one is not waited for in vain.
     */
    private void settle() {
        Waiting.briefly(() -> released.get() >= posted);
        released.set(0);
        posted = 0;
    }

    private static String plain(MenuItem item) {
        return item.getText().replace("&", "");
    }
}
