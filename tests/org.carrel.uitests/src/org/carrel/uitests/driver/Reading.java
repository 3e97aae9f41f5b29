/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.carrel.ui.WidgetKey;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Widget;

/** Finds widgets and reads what they show. UI thread only. */
public final class Reading {

    private Reading() {}

    /** Every control named {@code name} that can be seen, in every window. */
    public static List<Control> named(Display display, String name) {
        return Arrays.stream(display.getShells()).filter(shell -> !shell.isDisposed() && shell.isVisible())
                .flatMap(Reading::all).filter(control -> name.equals(control.getData(WidgetKey.KEY)))
                .filter(Control::isVisible).toList();
    }

    /** The button that reads {@code label}, in the window opened last that has one. */
    public static Optional<Button> labelled(Display display, String label) {
        return Arrays.stream(display.getShells()).filter(shell -> !shell.isDisposed() && shell.isVisible())
                .flatMap(Reading::all).filter(Control::isVisible).filter(Button.class::isInstance)
                .map(Button.class::cast).filter(button -> label.equals(text(button))).reduce((first, last) -> last);
    }

    /** All that is to be read in the window whose title has {@code title} in it; empty when there is none. */
    public static String window(Display display, String title) {
        return Arrays.stream(display.getShells()).filter(shell -> shell.isVisible() && shell.getText().contains(title))
                .map(Reading::text).collect(Collectors.joining(" "));
    }

    /** The name of {@code widget}, or of the nearest composite around it that has one; empty when there is none. */
    public static String name(Widget widget) {
        Object name = widget.getData(WidgetKey.KEY);
        if (name == null && widget instanceof Control control && control.getParent() != null) {
            return name(control.getParent());
        }
        return Objects.toString(name, "");
    }

    /** What a person reads on {@code control}. */
    public static String text(Control control) {
        return switch (control) {
            case Text text -> text.getText();
            case StyledText text -> text.getText();
            case Label label -> label.getText().replace("&&", "&");
            case Button button -> button.getText().replaceAll("&(.)", "$1");
            case Combo combo -> combo.getText();
            case Link link -> link.getText();
            case Canvas drawing when drawing.getData(
                    "org.carrel.ui.accessibleName") instanceof Supplier<?> words -> Objects.toString(words.get());
            case Composite composite -> all(composite).filter(part -> part != composite)
                    .filter(part -> part instanceof StyledText || !(part instanceof Composite)).map(Reading::text)
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(" "));
            default -> "";
        };
    }

    /** Reading a row of a virtual table asks for its data, as scrolling does. */
    public static List<List<String>> rows(Table table) {
        // A table without columns is a list: its one text is that of column 0.
        int[] order = table.getColumnCount() == 0 ? new int[] { 0 } : table.getColumnOrder();
        List<List<String>> rows = new ArrayList<>();
        for (TableItem item : table.getItems()) {
            rows.add(IntStream.of(order).mapToObj(item::getText).toList());
        }
        return rows;
    }

    public static List<String> columns(Table table) {
        TableColumn[] columns = table.getColumns();
        return IntStream.of(table.getColumnOrder()).mapToObj(i -> columns[i].getText()).toList();
    }

    /** {@code control} and everything in it. */
    public static Stream<Control> all(Control control) {
        return control instanceof Composite composite
                ? Stream.concat(Stream.of(control), Arrays.stream(composite.getChildren()).flatMap(Reading::all))
                : Stream.of(control);
    }
}
