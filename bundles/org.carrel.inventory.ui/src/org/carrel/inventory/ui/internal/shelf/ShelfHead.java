/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.function.Consumer;

import org.carrel.model.Texts;
import org.carrel.ui.Layouts;
import org.carrel.ui.Palette;
import org.carrel.ui.ScanField;
import org.carrel.ui.TextSize;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The field that is scanned into and how far one is; beside it what was read last. */
final class ShelfHead {

    private static final Texts TEXTS = Texts.of(ShelfHead.class);
    private static final int WIDTH = 290;

    private final ScanField field;
    private final LastRead last;
    private final Label progress;

    ShelfHead(Composite parent, Consumer<String> typed) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Composite left = new Composite(row, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(left);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING).applyTo(left);
        field = WidgetKey.mark(new ScanField(left, TEXTS.get("scan.label"), TEXTS.get("scan.key"),
                TEXTS.get("scan.name")), "shelf.scan");
        WidgetKey.mark(field.text(), "shelf.scan.text");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        field.onEnter(text -> {
            field.clear();
            typed.accept(text);
        });
        progress = WidgetKey.mark(new Label(left, SWT.WRAP), "shelf.progress");
        progress.setFont(TextSize.ORDINARY.in(progress, true));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(progress);
        last = WidgetKey.mark(new LastRead(row), "shelf.last");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(last);
    }

    ScanField field() {
        return field;
    }

    LastRead last() {
        return last;
    }

    void show(Shelf.Progress now) {
        progress.setText(now.expected() == 0 ? TEXTS.get("progress.only", now.recorded())
                : TEXTS.get("progress", now.read(), now.expected(), now.problems(), now.recorded()));
        progress.setForeground(now.problems() == 0 ? null : Palette.of(progress).text(Tone.CAUTION));
        Layouts.fit(progress.getParent());
    }
}
