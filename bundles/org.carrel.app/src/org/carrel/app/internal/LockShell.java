/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.nio.CharBuffer;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.branch.SealedBranch;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.PasswordForm;
import org.carrel.ui.TextSize;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** What is seen of a locked desk: its name and a field for the password, nothing of what is on it. UI thread only. */
final class LockShell {

    private static final int WIDTH = 420;

    private final Texts texts = Texts.of(LockShell.class);
    private final SealedBranch branch;
    private final Runnable unlocked;
    private final Shell shell;
    private Text operator;
    private PasswordForm form;
    private Button unlock;

    LockShell(Display display, SealedBranch branch, Image[] images, Runnable unlocked) {
        this.branch = branch;
        this.unlocked = unlocked;
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setText(texts.get("lock.title", branch.profile().name()));
        shell.setImages(images);
        GridLayoutFactory.fillDefaults().applyTo(shell);
        Composite middle = new Composite(shell, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.CENTER, SWT.CENTER).applyTo(middle);
        GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(middle);
        Label icon = new Label(middle, SWT.NONE);
        icon.setImage(Logo.large(icon));
        Label name = new Label(middle, SWT.WRAP);
        name.setText(texts.get("lock.headline", branch.profile().name()).replace("&", "&&"));
        name.setFont(TextSize.HEADLINE.in(name, true));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(name);
        Label sentence = new Label(middle, SWT.WRAP);
        sentence.setText(texts.get("lock.sentence"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(sentence);
        if (branch.profile().safety().keepsOperator()) {
            makeOperator(middle);
        }
        form = new PasswordForm(middle, texts.get("lock.password"), "lock.password", branch::confirm,
                Clock.systemUTC(), new Doings());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
        makeButton(middle);
        // Closing it would leave a program that nobody sees.
        shell.addListener(SWT.Close, event -> event.doit = false);
    }

    void open(Rectangle place, boolean maximised) {
        shell.setBounds(place);
        shell.setMaximized(maximised);
        shell.open();
        form.setFocus();
    }

    boolean isPartOf(Shell other) {
        return other == shell || other.getParent() == shell;
    }

    void close() {
        shell.dispose();
    }

    private void makeOperator(Composite middle) {
        new Label(middle, SWT.NONE).setText(texts.get("signin.operator"));
        operator = WidgetKey.mark(new Text(middle, SWT.SINGLE | SWT.BORDER), "lock.operator");
        operator.setTextLimit(40);
        operator.setText(branch.signedIn().map(open -> open.origin().operator()).orElse(""));
        AccessibleNames.name(operator, texts.get("signin.operator").replace("&", ""));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(operator);
    }

    /** The only one: whoever does not know the password must not be able to end what is half done, either. */
    private void makeButton(Composite middle) {
        unlock = WidgetKey.mark(new Button(middle, SWT.PUSH), "lock.ok");
        unlock.setText(texts.get("lock.ok"));
        unlock.addListener(SWT.Selection, event -> form.submit());
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(unlock);
        shell.setDefaultButton(unlock);
    }

    private final class Doings implements PasswordForm.Doings {

        @Override
        public void ready(boolean now) {
            unlock.setEnabled(now);
        }

        @Override
        public void open() {
            if (operator != null && !operator.getText().isBlank()) {
                branch.changeOperator(operator.getText().strip());
            }
            unlocked.run();
        }

        /** Somebody scans at a locked desk: that is no wrong password, and they must hear that nothing was recorded. */
        @Override
        public String objection(char[] typed, boolean byMachine) {
            BranchProfile.BarcodeRules rules = branch.profile().barcodes();
            boolean barcode = Stream.of(rules.patron(), rules.item()).flatMap(Optional::stream)
                    .anyMatch(pattern -> pattern.matcher(CharBuffer.wrap(typed)).matches());
            return barcode && byMachine ? texts.get("lock.scan") : "";
        }
    }
}
