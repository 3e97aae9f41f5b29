/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Buttons in a row that goes on below when the window is narrow or its type is large. UI thread only. */
public final class ButtonBar {

    private final Composite bar;
    private final Images images;
    private final String prefix;

    /** @param prefix of the buttons' names */
    public ButtonBar(Composite parent, String prefix) {
        this.prefix = prefix;
        bar = new Composite(parent, SWT.NONE);
        images = Images.of(bar);
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.wrap = true;
        row.center = true;
        row.marginLeft = 0;
        row.marginRight = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.spacing = 6;
        bar.setLayout(row);
        // Wide as its place is: a row that may be as wide as it likes never goes on below.
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(bar);
        bar.addListener(SWT.Resize, event -> fit());
    }

    /** Where the buttons are, for its place in a layout. */
    public Composite control() {
        return bar;
    }

    /** Adds a button behind the others. @param name unique in this bar, for tests */
    public Button add(String name, String label, Icon icon, Runnable action) {
        Button button = WidgetKey.mark(new Button(bar, SWT.PUSH), prefix + '.' + name);
        button.setText(label);
        button.setImage(images.get(icon));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void fit() {
        int height = bar.computeSize(bar.getSize().x, SWT.DEFAULT).y;
        if (height != bar.getSize().y && bar.getLayoutData() instanceof GridData data
                && data.heightHint != height) {
            data.heightHint = height;
            bar.requestLayout();
        }
    }
}
