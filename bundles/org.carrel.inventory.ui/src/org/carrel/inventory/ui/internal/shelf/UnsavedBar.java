/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.List;
import java.util.stream.Collectors;

import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Palette;
import org.carrel.ui.TextSize;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * What could not be saved, in the colour of alarm, with the barcodes, until it is saved or somebody has noted it.
 * There only while it is needed. UI thread only.
 */
final class UnsavedBar extends Composite {

    private static final Texts TEXTS = Texts.of(UnsavedBar.class);
    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";
    private static final int MOST_NAMED = 12;

    private final Label text;

    UnsavedBar(Composite parent, Runnable again, Runnable forget) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 8).spacing(10, 4).applyTo(this);
        Palette palette = Palette.of(parent);
        setBackground(palette.alarm());
        setData(NO_STYLING, Boolean.TRUE);
        text = new Label(this, SWT.WRAP);
        text.setFont(TextSize.LARGE.in(this, true));
        text.setBackground(palette.alarm());
        text.setForeground(palette.onAlarm());
        text.setData(NO_STYLING, Boolean.TRUE);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        button("unsaved.again", "shelf.unsaved.again", again);
        button("unsaved.noted", "shelf.unsaved.noted", forget);
        AccessibleNames.name(this, text::getText);
        show("", List.of());
    }

    private void button(String key, String name, Runnable action) {
        Button button = WidgetKey.mark(new Button(this, SWT.PUSH), name);
        button.setText(TEXTS.get(key));
        button.addListener(SWT.Selection, event -> action.run());
    }

    void show(String sentence, List<Mark> waiting) {
        GridData data = getLayoutData() instanceof GridData there ? there
                : new GridData(SWT.FILL, SWT.TOP, true, false);
        setLayoutData(data);
        data.exclude = waiting.isEmpty();
        setVisible(!waiting.isEmpty());
        if (!waiting.isEmpty()) {
            String named = waiting.stream().limit(MOST_NAMED).map(Mark::text).collect(Collectors.joining(", "));
            text.setText(TEXTS.get(waiting.size() > MOST_NAMED ? "unsaved.many" : "unsaved.few", waiting.size(), named,
                    sentence).replace("&", "&&"));
        }
        for (Control part = this; part != null && part != getParent().getParent(); part = part.getParent()) {
            part.requestLayout();
        }
    }
}
