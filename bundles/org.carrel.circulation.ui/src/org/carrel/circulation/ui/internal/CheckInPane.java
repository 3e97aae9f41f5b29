/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.model.Texts;
import org.carrel.ui.ScanField;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The item alone. */
final class CheckInPane extends Composite implements ScanPane {

    private final DeskPresenter presenter;
    private final ScanField item;

    CheckInPane(Composite parent, DeskPresenter presenter) {
        super(parent, SWT.NONE);
        this.presenter = presenter;
        Texts texts = Texts.of(DeskView.class);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(14, 12).spacing(8, 8).applyTo(this);
        item = new ScanField(this, texts.get("item.label"), "F3", texts.get("item.in.name"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(item);
        Button record = item.addButton(this, texts.get("in.button"));
        Label hint = new Label(this, SWT.WRAP);
        hint.setText(texts.get("in.hint"));
        GridDataFactory.fillDefaults().hint(360, SWT.DEFAULT).indent(20, 0).align(SWT.FILL, SWT.CENTER).applyTo(hint);
        WidgetKey.mark(item.text(), "desk.in.item");
        WidgetKey.mark(record, "desk.in");
        item.onEnter(text -> scanned());
        record.addListener(SWT.Selection, event -> {
            scanned();
            focusNext();
        });
    }

    @Override
    public Composite control() {
        return this;
    }

    @Override
    public void focusNext() {
        item.setFocus();
    }

    @Override
    public boolean isHalfTyped() {
        return item.isHalfTyped();
    }

    @Override
    public void focusItem() {
        item.focusToReplace();
    }

    @Override
    public void refuse(Field field, DeskScan scan) {
        if (!item.value().isBlank() || presenter.isRecording()) {
            return;
        }
        item.refuse(scan.item());
        item.focusToReplace();
    }

    private void scanned() {
        String barcode = item.value();
        item.clear();
        presenter.checkIn(barcode);
    }
}
