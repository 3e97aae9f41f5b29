/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.swtbot;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.carrel.uitests.driver.Keys;
import org.carrel.uitests.driver.ReadingDriver;
import org.carrel.uitests.driver.Waiting;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.keyboard.Keyboard;
import org.eclipse.swtbot.swt.finder.keyboard.KeyboardFactory;
import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.eclipse.swtbot.swt.finder.utils.SWTBotPreferences;
import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotButton;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotCombo;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotMenu;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotTable;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotToggleButton;

/** Drives the window with SWTBot. */
final class SwtBotDriver extends ReadingDriver {

    /** Keys that the workbench gives to the widget first, and knows again by their time: once for each moment. */
    private static final String OUT_OF_ORDER = String.valueOf(new char[] { SWT.ESC, SWT.DEL });

    private final SWTBot bot = new SWTBot();
    private final AtomicInteger released = new AtomicInteger();
    private final AtomicInteger moved = new AtomicInteger();

    SwtBotDriver() {
        super(SWTUtils.display());
        SWTBotPreferences.KEYBOARD_LAYOUT = "EN_US";
        UIThreadRunnable.syncExec(() -> {
            display().addFilter(SWT.KeyUp, event -> released.incrementAndGet());
            display().addFilter(SWT.MouseMove, event -> moved.incrementAndGet());
        });
    }

    @Override
    public void click(String widget) {
        Waiting.until(widget + " can be pressed", () -> isShown(widget) && isEnabled(widget), this::windows);
        Button button = with(widget, Button.class::cast);
        if (ui(() -> (button.getStyle() & SWT.TOGGLE) != 0)) {
            new SWTBotToggleButton(button).click();
        } else {
            new SWTBotButton(button).click();
        }
    }

    @Override
    public void clickLabelled(String label) {
        bot.button(label).click();
    }

    @Override
    public void type(String text) {
        // SWTBot types a line feed for the end of a line, and scanners press Enter.
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            settling(line.length(), keyboard -> typeText(keyboard, line));
            if (i < lines.length - 1) {
                press("Enter");
            }
        }
    }

    @Override
    public void scan(String barcode) {
        settling(barcode.length() + 1, keyboard -> {
            typeText(keyboard, barcode);
            keyboard.pressShortcut(KeyStroke.getInstance(0, SWT.CR));
        });
    }

    @Override
    public void press(String keys) {
        Keys chord = Keys.parse(keys);
        Stream<KeyStroke> held = chord.modifiers().stream().map(key -> KeyStroke.getInstance(key, KeyStroke.NO_KEY));
        int last = chord.keyCode() != 0 ? chord.keyCode() : chord.character();
        if (OUT_OF_ORDER.indexOf(last) >= 0) {
            letTimePass();
        }
        KeyStroke[] strokes = Stream.concat(held, Stream.of(KeyStroke.getInstance(0, last))).toArray(KeyStroke[]::new);
        settling(strokes.length, keyboard -> keyboard.pressShortcut(strokes));
    }

    @Override
    public void select(String widget, int... rows) {
        table(widget).select(rows);
    }

    @Override
    public void tick(String widget, int row) {
        table(widget).getTableItem(row).toggleCheck();
    }

    @Override
    public void choose(String widget, String entry) {
        new SWTBotCombo(with(widget, Combo.class::cast)).setSelection(entry);
    }

    @Override
    public void chooseFromMenu(String widget, String... path) {
        SWTBotMenu menu = table(widget).contextMenu(path[0]);
        for (String entry : Arrays.copyOfRange(path, 1, path.length)) {
            menu = menu.menu(entry);
        }
        menu.click();
    }

    @Override
    public void screenshot(Path file) {
        SWTUtils.captureScreenshot(file.toString());
    }

    private static void typeText(Keyboard keyboard, String text) {
        text.chars().forEach(character -> keyboard.pressShortcut(
                Arrays.stream(Keystrokes.create((char) character)).map(SwtBotDriver::small).toArray(KeyStroke[]::new)));
    }

    /**
     * SWTBot's keyboard layouts name the key of a letter by its capital, and leave it to shift which of the two comes.
     * SWT posts the letter as it is named, so that its own {@code typeText} writes capitals only.
     */
    private static KeyStroke small(KeyStroke stroke) {
        return KeyStroke.getInstance(stroke.getModifierKeys(), Character.toLowerCase(stroke.getNaturalKey()));
    }

    private SWTBotTable table(String widget) {
        return new SWTBotTable(with(widget, Table.class::cast));
    }

    /**
     * Posted keys bear the time of the last event that came from the screen itself, and SWTBot makes none: two presses
     * of Escape would be one to the workbench. A movement of the mouse comes from the screen.
     */
    private void letTimePass() {
        int before = moved.get();
        ui(() -> {
            Rectangle window = display().getActiveShell() == null ? display().getBounds()
                    : display().getActiveShell().getBounds();
            Event event = new Event();
            event.type = SWT.MouseMove;
            event.x = window.x + window.width / 2 + before % 2;
            event.y = window.y + window.height / 2;
            return display().post(event);
        });
        Waiting.briefly(() -> moved.get() > before);
    }

    /** Comes back when the window has dealt with the keys; one that closes its window may take its release with it. */
    private void settling(int strokes, Consumer<Keyboard> keys) {
        needKeyboard();
        released.set(0);
        // GDK takes posted events from the UI thread alone; from another one it crashes now and then.
        ui(() -> {
            keys.accept(KeyboardFactory.getSWTKeyboard());
            return true;
        });
        Waiting.briefly(() -> released.get() >= strokes);
    }
}
