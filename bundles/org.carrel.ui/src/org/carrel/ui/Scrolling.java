/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;

/** Lets a narrow view scroll when large type or a long sentence needs more height than it has. UI thread only. */
public final class Scrolling {

    private final ScrolledComposite frame;
    private final Composite content;

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
        frame.setMinHeight(content.computeSize(frame.getClientArea().width, SWT.DEFAULT).y);
    }
}
