/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** What the probe sees of the workbench, and how it types. For any thread but the UI thread, unless said otherwise. */
final class Widgets {

    /** Where widgets have their names, as tools that drive windows look for them. */
    private static final String WIDGET_KEY = "org.eclipse.swtbot.widget.key";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long GLANCE_NANOS = 2_000_000;

    private final Display display;

    Widgets(Display display) {
        this.display = display;
    }

    /** What {@code question} finds on the UI thread; asks again until it finds something. */
    <T> T await(String what, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> answer = display.syncCall(question::get);
            if (answer.isPresent()) {
                return answer.get();
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        throw new IllegalStateException("waited in vain for " + what);
    }

    /** Types {@code text} as a keyboard-wedge scanner does, without the key that ends it. */
    void type(String text) {
        text.chars().forEach(character -> press((char) character, 0));
    }

    void pressEnter() {
        press(SWT.CR, SWT.CR);
    }

    private void press(char character, int keyCode) {
        for (int type : new int[] { SWT.KeyDown, SWT.KeyUp }) {
            Event event = new Event();
            event.type = type;
            event.character = character;
            event.keyCode = keyCode;
            // On the UI thread: GDK is not made for two threads, and what is damaged then is the memory of the process.
            if (!display.syncCall(() -> display.post(event))) {
                throw new IllegalStateException("the screen did not take a key");
            }
        }
    }

    /** The text field that has the focus. UI thread. */
    Optional<Text> focusedField() {
        return display.getFocusControl() instanceof Text field && field.getEditable() ? Optional.of(field)
                : Optional.empty();
    }

    /** The longest table on screen. UI thread. */
    Optional<Table> longestTable() {
        List<Table> tables = new ArrayList<>();
        for (Shell shell : display.getShells()) {
            collect(shell, tables);
        }
        return tables.stream().filter(Table::isVisible).max(Comparator.comparingInt(Table::getItemCount));
    }

    /** The table on screen that is called so. UI thread. */
    Optional<Table> table(String key) {
        List<Table> tables = new ArrayList<>();
        for (Shell shell : display.getShells()) {
            collect(shell, tables);
        }
        return tables.stream().filter(table -> key.equals(table.getData(WIDGET_KEY))).filter(Table::isVisible)
                .findFirst();
    }

    private static void collect(Control control, List<Table> tables) {
        if (control instanceof Table table) {
            tables.add(table);
        } else if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, tables);
            }
        }
    }

    /** Whether a row that is in sight has {@code text} in a cell. UI thread. */
    static boolean shows(Table table, String text) {
        int first = table.getTopIndex();
        int inSight = table.getClientArea().height / Math.max(1, table.getItemHeight()) + 1;
        int end = Math.min(table.getItemCount(), first + inSight);
        for (int row = first; row < end; row++) {
            TableItem item = table.getItem(row);
            for (int column = 0; column < Math.max(1, table.getColumnCount()); column++) {
                if (item.getText(column).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
