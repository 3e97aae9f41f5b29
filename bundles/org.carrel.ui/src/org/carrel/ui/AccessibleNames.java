/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;

/** Names for screen readers. UI thread only. */
public final class AccessibleNames {

    /** What {@link Control#getData(String)} holds it under: the toolkit does not tell what it was given. */
    private static final String KEY = "org.carrel.ui.accessibleName";

    private AccessibleNames() {}

    /** Names {@code control}. */
    public static void name(Control control, String name) {
        Objects.requireNonNull(name, "name");
        name(control, () -> name);
    }

    /** Names {@code control} with what {@code name} says at that moment. */
    public static void name(Control control, Supplier<String> name) {
        control.setData(KEY, name);
        control.getAccessible().addAccessibleListener(answering(name));
    }

    /**
     * Every control in {@code root} that takes the keyboard and that a screen reader could only call by its kind,
     * described for somebody who looks for it in the code. Empty when all is well.
     */
    public static List<String> missing(Control root) {
        List<String> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Control control, List<String> found) {
        String name = switch (control) {
            case Button button -> own(button) + button.getText()
                    + Objects.requireNonNullElse(button.getToolTipText(), "");
            case Link link -> own(link) + link.getText();
            // What can only be read says itself.
            case Text text -> own(text) + (text.getEditable() ? "" : text.getText());
            case StyledText text -> own(text);
            case Combo combo -> own(combo);
            case CCombo combo -> own(combo);
            case org.eclipse.swt.widgets.List list -> own(list);
            case Table table -> own(table);
            case Tree tree -> own(tree);
            case DateTime date -> own(date);
            case Spinner spinner -> own(spinner);
            case Scale scale -> own(scale);
            case Slider slider -> own(slider);
            case Canvas drawing when drawing.getClass() == Canvas.class || isOfCarrel(drawing) -> own(drawing)
                    + (drawing.isListening(SWT.KeyDown) ? "" : "only looked at");
            default -> "takes no keyboard, or has parts with names of their own";
        };
        if (name.isBlank() && (control.getStyle() & SWT.NO_FOCUS) == 0) {
            found.add(described(control));
        }
        if (control instanceof CTabFolder folder) {
            Arrays.stream(folder.getItems()).filter(item -> item.getText().isBlank())
                    .forEach(item -> found.add("a tab in " + described(folder)));
        }
        if (control instanceof Composite composite && hasPartsOfItsOwn(composite)) {
            for (Control child : composite.getChildren()) {
                collect(child, found);
            }
        }
    }

    /** What a combo or a date field is made of is no widget of ours. */
    private static boolean hasPartsOfItsOwn(Composite composite) {
        return !(composite instanceof Combo || composite instanceof CCombo || composite instanceof DateTime
                || composite instanceof Spinner || composite instanceof Table || composite instanceof Tree);
    }

    private static String own(Control control) {
        return control.getData(KEY) instanceof Supplier<?> name ? Objects.toString(name.get()) : "";
    }

    private static String described(Control control) {
        StringBuilder where = new StringBuilder(control.getClass().getSimpleName());
        Object key = control.getData(WidgetKey.KEY);
        if (key != null) {
            where.append(' ').append(key);
        }
        for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
            if (isOfCarrel(parent)) {
                return where.append(" in ").append(parent.getClass().getSimpleName()).toString();
            }
        }
        return where.append(" in ").append(control.getShell().getText()).toString();
    }

    private static boolean isOfCarrel(Control control) {
        return control.getClass().getName().startsWith("org.carrel.");
    }

    private static AccessibleListener answering(Supplier<String> name) {
        return new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = name.get();
                }
            }
        };
    }
}
