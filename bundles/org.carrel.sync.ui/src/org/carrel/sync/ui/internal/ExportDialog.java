/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.List;

import org.carrel.model.Texts;
import org.carrel.sync.QueueFiles;
import org.carrel.sync.exchange.ExchangeFiles;
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
    private final List<ExchangeFiles.Format> others;
    private ExportChoice choice;

    ExportDialog(Shell parent, QueueFiles.PersonalData personal, boolean canSeal,
            List<ExchangeFiles.Format> others) {
        super(parent);
        this.personal = personal;
        this.canSeal = canSeal;
        this.others = List.copyOf(others);
        this.choice = canSeal ? new ExportChoice.Sealed() : new ExportChoice.Clear();
    }

    /** What was chosen. */
    ExportChoice choice() {
        return choice;
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
            offer(area, "export.sealed", TEXTS.get("export.sealed"), new ExportChoice.Sealed()).setFocus();
        }
        if (canSeal || !others.isEmpty()) {
            offer(area, "export.clear", TEXTS.get("export.clear"), new ExportChoice.Clear());
            others.forEach(format -> offer(area, "export.other." + format.id(),
                    TEXTS.get("export.other", format.name().replace("&", "&&"), format.ending()),
                    new ExportChoice.Other(format)));
        }
        if (!canSeal) {
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

    private Button offer(Composite area, String key, String text, ExportChoice offered) {
        Button button = WidgetKey.mark(new Button(area, SWT.RADIO | SWT.WRAP), key);
        button.setText(text);
        button.setSelection(offered.equals(choice));
        button.addListener(SWT.Selection, event -> choice = button.getSelection() ? offered : choice);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        return button;
    }
}
