/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Check boxes whose ticks can be seen: GTK paints the ground that a theme gives a box over its tick. */
final class Ticks {

    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";

    private Ticks() {}

    static Button add(Composite parent, String label, String name) {
        Button box = WidgetKey.mark(new Button(parent, SWT.CHECK), name);
        box.setText(label);
        box.setSelection(true);
        box.setData(NO_STYLING, Boolean.TRUE);
        box.addListener(SWT.Paint, event -> colour(box));
        return box;
    }

    private static void colour(Button box) {
        Color text = Palette.of(box).text(Tone.NEUTRAL);
        if (!text.equals(box.getForeground())) {
            box.setForeground(text);
        }
    }
}
