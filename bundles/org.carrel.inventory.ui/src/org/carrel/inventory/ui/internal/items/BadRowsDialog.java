/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.ui.internal.reports.ReportDialog;
import org.carrel.inventory.ui.internal.reports.ReportForm;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.ItemSource.BadRow;
import org.carrel.ui.Background;
import org.carrel.ui.RowTable;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Shows the rows of the item file about which somebody should know, and saves them to a file. UI thread only. */
final class BadRowsDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(BadRowsDialog.class);
    private static final int SAVE = IDialogConstants.CLIENT_ID;
    private static final int WIDTH = 760;
    private static final int HEIGHT = 320;

    private final BadRows badRows;
    private final BadRows.First first;
    private final ReportFiles files;
    private final Branch branch;

    private BadRowsDialog(Shell parent, BadRows badRows, BadRows.First first, ReportFiles files, Branch branch) {
        super(parent);
        this.badRows = badRows;
        this.first = first;
        this.files = files;
        this.branch = branch;
    }

    /** What is read before it opens. @param problem why nothing could be read; empty when all is well */
    private record Loaded(BadRows.First first, String problem) {}

    /** Reads in the background, then opens. */
    static void open(Shell parent, BadRows badRows, ReportFiles files, Branch branch) {
        Background.of(parent, TEXTS.get("items.job")).compute(() -> {
            try {
                return new Loaded(badRows.first(), "");
            } catch (IOException e) {
                return new Loaded(new BadRows.First(List.of(), 0), TEXTS.get("badRows.unreadable", e.getMessage()));
            }
        }, loaded -> {
            if (loaded.problem().isEmpty()) {
                new BadRowsDialog(parent, badRows, loaded.first(), files, branch).open();
            } else {
                MessageDialog.openError(parent, TEXTS.get("badRows.title"),
                        loaded.problem());
            }
        });
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.get("badRows.title"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(14, 12).spacing(8, 8).applyTo(area);
        Label what = WidgetKey.mark(new Label(area, SWT.WRAP), "badRows.what");
        what.setText(first.total() > first.rows().size()
                ? TEXTS.get("badRows.some", first.total(), first.rows().size())
                : TEXTS.get("badRows.all", first.total()));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(what);
        RowTable<BadRow> rows = new RowTable<>(area, SWT.MULTI, TEXTS.get("badRows.title"), List.of(
                new RowTable.Column<>(TEXTS.get("badRows.column.line"), 70,
                        row -> TEXTS.get("items.number", row.line())),
                new RowTable.Column<>(TEXTS.get("badRows.column.reason"), 220,
                        row -> ItemFileWords.reason(row.reason())),
                new RowTable.Column<>(TEXTS.get("badRows.column.imported"), 80, BadRows::imported),
                new RowTable.Column<>(TEXTS.get("badRows.column.row"), 600,
                        row -> row.row().replaceAll("\\p{Cntrl}+", "  "))),
                row -> row);
        WidgetKey.mark(rows.table(), "badRows.rows");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(rows.table());
        rows.show(first.rows());
        rows.table().setFocus();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetKey.mark(createButton(parent, SAVE, TEXTS.get("badRows.save"), false), "badRows.save");
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == SAVE) {
            save();
        } else {
            super.buttonPressed(button);
        }
    }

    private void save() {
        ReportForm form = new ReportForm(List.of(new ReportForm.Choice("bad-rows", TEXTS.get("badRows.title"))),
                files.formats(), branch.profile().id(), Path.of(System.getProperty("user.home")),
                LocalDate.now(Clock.system(branch.profile().zone())), ReportSettings.standard(branch.profile().zone()));
        new ReportDialog(getShell(), TEXTS.get("badRows.people"), form,
                (kind, to, monitor) -> files.write(badRows.report(), to, monitor)).open();
    }
}
