/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.Arrays;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the secret of the branch's WSKey. UI thread only. */
final class SecretDialog extends TitleAreaDialog {

    private static final Texts TEXTS = Texts.of(SecretDialog.class);

    private Text field;
    private char[] typed = {};

    SecretDialog(Shell parent) {
        super(parent);
    }

    /** What was typed, never empty and a fresh array that the caller overwrites; empty when the person declined. */
    Optional<char[]> ask() {
        return open() == Window.OK ? Optional.of(typed) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.get("secret.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(TEXTS.get("secret.title"));
        setMessage(TEXTS.get("secret.message"));
        Composite form = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 14).applyTo(form);
        new Label(form, SWT.NONE).setText(TEXTS.get("secret.label"));
        field = WidgetKey.mark(new Text(form, SWT.SINGLE | SWT.BORDER | SWT.PASSWORD), "secret.field");
        AccessibleNames.name(field, TEXTS.get("secret.name"));
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(field);
        field.setFocus();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetKey.mark(createButton(parent, IDialogConstants.OK_ID, TEXTS.get("secret.ok"), true), "secret.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        char[] secret = field.getTextChars();
        if (secret.length == 0) {
            setErrorMessage(TEXTS.get("secret.empty"));
            return;
        }
        typed = secret;
        super.okPressed();
    }

    @Override
    public boolean close() {
        if (field != null && !field.isDisposed()) {
            // Overwrites what the widget holds before it lets go of it.
            char[] blank = new char[field.getCharCount()];
            Arrays.fill(blank, ' ');
            field.setTextChars(blank);
        }
        return super.close();
    }
}
