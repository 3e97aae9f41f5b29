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
 * What could not be saved, in the colour of alarm, with the barcodes, until somebody has noted it.
 * There only while it is needed. UI thread only.
 */
final class UnsavedBar extends Composite {

    private static final Texts TEXTS = Texts.of(UnsavedBar.class);
    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";
    private static final int MOST_NAMED = 12;

    private final Label text;

    UnsavedBar(Composite parent, Runnable noted) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 8).spacing(10, 4).applyTo(this);
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
        Button button = WidgetKey.mark(new Button(this, SWT.PUSH), "shelf.unsaved.noted");
        button.setText(TEXTS.get("unsaved.noted"));
        button.addListener(SWT.Selection, event -> noted.run());
        AccessibleNames.name(this, text::getText);
        show("", List.of());
    }

    void show(String sentence, List<Mark> marks) {
        GridData data = getLayoutData() instanceof GridData there ? there
                : new GridData(SWT.FILL, SWT.TOP, true, false);
        setLayoutData(data);
        data.exclude = marks.isEmpty();
        setVisible(!marks.isEmpty());
        if (!marks.isEmpty()) {
            String named = marks.stream().limit(MOST_NAMED).map(Mark::text).collect(Collectors.joining(", "));
            text.setText(TEXTS.get(marks.size() > MOST_NAMED ? "unsaved.many" : "unsaved.few", marks.size(), named,
                    sentence).replace("&", "&&"));
        }
        for (Control part = this; part != null && part != getParent().getParent(); part = part.getParent()) {
            part.requestLayout();
        }
    }
}
