/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Laying out as little as possible: text that changes with every scan must not move the whole window each time. */
public final class Layouts {

    private Layouts() {}

    /** Lays out the inside of {@code changed}, and what is around it only if it needs another height than it has. */
    public static void fit(Composite changed) {
        Point size = changed.getSize();
        if (size.x > 0 && changed.computeSize(size.x, SWT.DEFAULT, true).y == size.y) {
            changed.layout();
        } else {
            changed.requestLayout();
        }
    }

    /** Writes {@code text} on a label of one line; what is around it moves only if it needs more room than it has. */
    public static void write(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            if (label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > label.getSize().x) {
                label.requestLayout();
            }
        }
    }
}
