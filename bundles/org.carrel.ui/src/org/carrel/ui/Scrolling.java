/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;

/** Lets a narrow view scroll when large type or a long sentence needs more height than it has. UI thread only. */
public final class Scrolling {

    private final ScrolledComposite frame;
    private final Composite content;
    private Runnable rowsInSight = () -> {
    };

    public Scrolling(Composite parent) {
        frame = new ScrolledComposite(parent, SWT.V_SCROLL);
        frame.setExpandHorizontal(true);
        frame.setExpandVertical(true);
        frame.setShowFocusedControl(true);
        content = new Composite(frame, SWT.NONE);
        content.setBackgroundMode(SWT.INHERIT_DEFAULT);
        frame.setContent(content);
        frame.addListener(SWT.Resize, event -> fit());
        // Of another size, or told that what is in it is: in larger or smaller type.
        content.addListener(SWT.Resize, event -> fit());
    }

    /** Where the view makes its widgets. */
    public Composite content() {
        return content;
    }

    /** To be called when what is in it may need another height. */
    public void fit() {
        rowsInSight.run();
        frame.setMinHeight(content.computeSize(frame.getClientArea().width, SWT.DEFAULT).y);
    }

    /**
     * Gives {@code sized} the height that a few rows of a table need, which in large type is more than the view may
     * have: then it scrolls. To be called when the table has another size, and after it was filled; what is in it
     * follows the size of type from then on. One table in a view.
     *
     * @param sized the table, or what it is in; laid out by a {@code GridLayout}
     */
    public void keepRowsInSight(Table table, Control sized, int rows) {
        rowsInSight = () -> hold(table, sized, rows);
        fit();
    }

    private static void hold(Table table, Control sized, int rows) {
        // GTK says another height of rows that are not there.
        if (table.getItemCount() > 0 && sized.getLayoutData() instanceof GridData data) {
            data.heightHint = table.getHeaderHeight() + table.getItemHeight() * rows;
        }
    }
}
