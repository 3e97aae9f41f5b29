/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import org.carrel.model.Texts;
import org.carrel.sync.QueueFiles;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Says what a file would give away before it is written, and lets somebody choose to seal it. UI thread only. */
final class ExportDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(ExportDialog.class);
    private static final int WIDTH = 480;

    private final QueueFiles.PersonalData personal;
    private final boolean canSeal;
    private boolean sealed;

    ExportDialog(Shell parent, QueueFiles.PersonalData personal, boolean canSeal) {
        super(parent);
        this.personal = personal;
        this.canSeal = canSeal;
        this.sealed = canSeal;
    }

    /** What was chosen. */
    boolean isSealed() {
        return sealed;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.get("export.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 16).spacing(14, 10).applyTo(area);
        Label icon = new Label(area, SWT.NONE);
        icon.setImage(Images.of(area).large(Icon.WARNING));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
        Label statement = WidgetKey.mark(new Label(area, SWT.WRAP), "export.statement");
        statement.setText(personal.sentence().replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(statement);
        if (canSeal) {
            choice(area, "export.sealed", true).setFocus();
            choice(area, "export.clear", false);
        } else {
            Label practice = new Label(area, SWT.WRAP);
            practice.setText(TEXTS.get("export.practice"));
            GridDataFactory.fillDefaults().span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(practice);
        }
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetKey.mark(createButton(parent, IDialogConstants.OK_ID, TEXTS.get("export.continue"), true), "export.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    private Button choice(Composite area, String key, boolean seals) {
        Button button = WidgetKey.mark(new Button(area, SWT.RADIO | SWT.WRAP), key);
        button.setText(TEXTS.get(key));
        button.setSelection(seals == sealed);
        button.addListener(SWT.Selection, event -> sealed = button.getSelection() == seals);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        return button;
    }
}
