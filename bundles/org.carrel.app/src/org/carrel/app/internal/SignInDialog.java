/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.PasswordForm;
import org.carrel.ui.TextSize;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * Before there is a window: which branch this is, and its password. Stays until the transactions are open, so that
 * nobody looks at nothing. Keys are derived and files read on other threads. UI thread only.
 */
final class SignInDialog extends Dialog {

    private static final int WIDTH = 400;

    private final Texts texts = Texts.of(SignInDialog.class);
    private final SealedBranch branch;
    private final SignIn signIn;
    private final Function<SignInAnswer.Accepted, DeskOpening.Result> afterwards;
    private Text operator;
    private PasswordForm form;
    private Button forgotten;
    private Label progress;
    private ProgressBar bar;
    private Optional<DeskOpening.Result> result = Optional.empty();

    /** @param afterwards opens the transactions of who signed in; not called on the UI thread */
    SignInDialog(Shell parent, SealedBranch branch,
            Function<SignInAnswer.Accepted, DeskOpening.Result> afterwards) {
        super(parent);
        this.branch = branch;
        this.signIn = new SignIn(branch);
        this.afterwards = afterwards;
    }

    /** Asks until somebody is in, or gives up: then empty. */
    Optional<DeskOpening.Result> ask() {
        open();
        return result;
    }

    /** Empty until somebody is in and the transactions are open. */
    Optional<DeskOpening.Result> result() {
        return result;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(texts.get("signin.title"));
        // The toolkit does this for dialogs before another window only.
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                shell.close();
            }
        });
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(20, 18).spacing(16, 10).applyTo(area);
        Label icon = new Label(area, SWT.NONE);
        icon.setImage(Logo.large(icon));
        Label name = new Label(area, SWT.WRAP);
        name.setText(branch.profile().name().replace("&", "&&"));
        name.setFont(TextSize.HEADLINE.in(name, true));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(name);
        Composite fields = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(fields);
        if (signIn.asksOperator()) {
            makeOperator(fields);
        }
        form = new PasswordForm(fields, texts.get("signin.password"), "signin.password", signIn::tryWith,
                Clock.systemUTC(), new Doings());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        makeProgress(fields);
        (operator == null ? form : operator).setFocus();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        forgotten = createButton(parent, IDialogConstants.CLIENT_ID, texts.get("signin.forgotten"), false);
        WidgetKey.mark(forgotten, "signin.forgotten");
        WidgetKey.mark(createButton(parent, IDialogConstants.OK_ID, texts.get("signin.ok"), true), "signin.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, texts.get("signin.exit"), false);
        // Where the first one says it in many words, the others need not be as wide.
        ((GridLayout) parent.getLayout()).makeColumnsEqualWidth = false;
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == IDialogConstants.CLIENT_ID) {
            new WizardDialog(getShell(), new KeysWizard(branch, Optional.empty())).open();
            form.setFocus();
        } else {
            super.buttonPressed(button);
        }
    }

    @Override
    protected void okPressed() {
        form.submit();
    }

    private void makeOperator(Composite fields) {
        new Label(fields, SWT.NONE).setText(texts.get("signin.operator"));
        operator = WidgetKey.mark(new Text(fields, SWT.SINGLE | SWT.BORDER), "signin.operator");
        operator.setFont(TextSize.LARGE.in(operator, false));
        operator.setTextLimit(40);
        AccessibleNames.name(operator, texts.get("signin.operator").replace("&", ""));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(operator);
        operator.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_RETURN) {
                event.doit = false;
                form.setFocus();
            }
        });
    }

    private void makeProgress(Composite fields) {
        progress = WidgetKey.mark(new Label(fields, SWT.WRAP), "signin.progress");
        progress.setText(texts.get("signin.opening"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).exclude(true).applyTo(progress);
        progress.setVisible(false);
        bar = new ProgressBar(fields, SWT.HORIZONTAL | SWT.INDETERMINATE);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
        bar.setVisible(false);
    }

    /** The password was right: the queue comes next, which may have to be encrypted first. */
    private void openTransactions() {
        getButtonBar().setVisible(false);
        for (Control part : new Control[] { progress, bar }) {
            ((GridData) part.getLayoutData()).exclude = false;
            part.setVisible(true);
        }
        ((GridData) form.getLayoutData()).exclude = true;
        form.setVisible(false);
        form.getParent().layout(true, true);
        UiThread ui = UiThread.of(getShell());
        SignInAnswer.Accepted who = signIn.accepted().orElseThrow();
        Thread.ofPlatform().name("carrel-opening").start(() -> {
            DeskOpening.Result opened = afterwards.apply(who);
            ui.execute(() -> {
                result = Optional.of(opened);
                setReturnCode(OK);
                close();
            });
        });
    }

    @Override
    protected void handleShellCloseEvent() {
        // While the transactions open there is nothing to go back to.
        if (signIn.accepted().isEmpty()) {
            super.handleShellCloseEvent();
        }
    }

    private final class Doings implements PasswordForm.Doings {

        @Override
        public void ready(boolean now) {
            Button ok = getButton(IDialogConstants.OK_ID);
            if (ok != null && !ok.isDisposed()) {
                ok.setEnabled(now);
            }
        }

        @Override
        public void open() {
            openTransactions();
        }

        @Override
        public String objection(char[] typed, boolean byMachine) {
            String objection = signIn.objectionTo(operator == null ? "" : operator.getText());
            if (!objection.isEmpty()) {
                // After the form, which takes the keyboard to say so.
                operator.getDisplay().asyncExec(() -> {
                    if (!operator.isDisposed()) {
                        operator.setFocus();
                    }
                });
            }
            return objection;
        }
    }
}
