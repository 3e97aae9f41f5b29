/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Control;

/** The sizes of type in Carrel, as parts of the workstation's ordinary font. */
public enum TextSize {
    /** Hints. */
    SMALL(0.9),
    /** What everything else is measured by. */
    ORDINARY(1.0),
    /** Labels above scan fields, sentences in banners. */
    LARGE(1.2),
    /** The last scan. */
    HEADLINE(1.6),
    /** What is scanned: readable from a step away. */
    SCAN(2.1);

    private final double factor;

    TextSize(double factor) {
        this.factor = factor;
    }

    /** The font, for as long as {@code owner} lives. UI thread only. */
    public Font in(Control owner, boolean bold) {
        Font ordinary = JFaceResources.getDefaultFont();
        int height = (int) Math.round(ordinary.getFontData()[0].getHeight() * factor);
        FontDescriptor descriptor = FontDescriptor.createFrom(ordinary).setHeight(height)
                .setStyle(bold ? SWT.BOLD : SWT.NORMAL);
        return new LocalResourceManager(JFaceResources.getResources(owner.getDisplay()), owner).create(descriptor);
    }
}
