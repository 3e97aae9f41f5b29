/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.Optional;

import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a line of text, in a field that a screen reader can name. UI thread only. */
public final class OneLineDialog extends InputDialog {

    private final String title;

    /**
     * @param before what is in the field at first
     * @param judge  says why it is not right, or null when it is; null judges nothing
     */
    public OneLineDialog(Shell parent, String title, String message, String before, IInputValidator judge) {
        super(parent, title, message, before, judge);
        this.title = title;
    }

    /** What was typed; empty when the person declined. */
    public Optional<String> ask() {
        return open() == Window.OK ? Optional.of(getValue()) : Optional.empty();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        for (Control child : area.getChildren()) {
            // The field, and below it what says why it is not right.
            if (child instanceof Text text) {
                AccessibleNames.name(text, title);
            }
        }
        return area;
    }
}
