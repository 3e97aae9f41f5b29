/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;

import org.carrel.model.port.PasswordCheck;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Asks for the branch password before something is done. UI thread only. */
public final class PasswordDialog extends TitleAreaDialog {

    /**
     * What it says.
     *
     * @param title of the window
     * @param message what the password is wanted for
     * @param label of the field
     * @param button that tries it
     */
    public record Words(String title, String message, String label, String button) {}

    private final Words words;
    private final Function<char[], PasswordCheck.Answer> check;
    private final Clock clock;
    private PasswordForm form;

    /** @param check not called on the UI thread */
    public PasswordDialog(Shell parent, Words words, Function<char[], PasswordCheck.Answer> check, Clock clock) {
        super(parent);
        this.words = Objects.requireNonNull(words, "words");
        this.check = Objects.requireNonNull(check, "check");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Asks until the password is right, or the person gives up: then false. */
    public boolean isPassed() {
        return open() == Window.OK;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(words.title());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(words.title());
        setMessage(words.message());
        Composite inside = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(14, 14).applyTo(inside);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(inside);
        form = new PasswordForm(inside, words.label(), "password.field", check, clock, new PasswordForm.Doings() {
            @Override
            public void ready(boolean now) {
                Button ok = getButton(IDialogConstants.OK_ID);
                if (ok != null && !ok.isDisposed()) {
                    ok.setEnabled(now);
                }
            }

            @Override
            public void open() {
                setReturnCode(OK);
                close();
            }
        });
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        form.setFocus();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetKey.mark(createButton(parent, IDialogConstants.OK_ID, words.button(), true), "password.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        form.submit();
    }
}
