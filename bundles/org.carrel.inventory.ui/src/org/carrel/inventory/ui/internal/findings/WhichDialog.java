/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.List;
import java.util.Optional;

import org.carrel.inventory.findings.ListedFinding;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.carrel.ui.RowTable;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Several items have one barcode: asks which of them stands on the shelf. UI thread only. */
final class WhichDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(WhichDialog.class);
    private static final int WIDTH = 620;
    private static final int HEIGHT = 140;

    private final ListedFinding finding;
    private RowTable<ItemRecord> rows;
    private Optional<ItemRecord> chosen = Optional.empty();

    WhichDialog(Shell parent, ListedFinding finding) {
        super(parent);
        this.finding = finding;
    }

    /** What was chosen; empty when nothing was. */
    Optional<ItemRecord> chosen() {
        return chosen;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.get("which.title"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(18, 16).spacing(8, 10).applyTo(area);
        Label question = new Label(area, SWT.WRAP);
        question.setText(TEXTS.get("which.question", finding.key().barcode().value()));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(question);
        rows = new RowTable<>(area, SWT.SINGLE, TEXTS.get("which.title"), List.of(
                new RowTable.Column<>(TEXTS.get("column.callNumber"), 170,
                        item -> (item.callNumber() + " " + item.enumeration()).strip()),
                new RowTable.Column<>(TEXTS.get("column.title"), 270, ItemRecord::title),
                new RowTable.Column<>(TEXTS.get("column.location"), 130, ItemRecord::location),
                new RowTable.Column<>(TEXTS.get("column.status"), 110, item -> item.group().statusText())),
                item -> item);
        WidgetKey.mark(rows.table(), "findings.which");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(rows.table());
        rows.show(finding.items());
        rows.table().select(0);
        rows.table().addListener(SWT.DefaultSelection, event -> okPressed());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetKey.mark(createButton(parent, IDialogConstants.OK_ID, TEXTS.get("which.this"), true), "findings.this");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        chosen = rows.selection().stream().findFirst();
        super.okPressed();
    }
}
