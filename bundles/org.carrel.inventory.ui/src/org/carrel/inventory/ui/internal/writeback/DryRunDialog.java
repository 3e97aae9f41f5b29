/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.writeback;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.carrel.inventory.ui.internal.open.FileWords;
import org.carrel.inventory.writeback.LeftOut;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.PushRequest;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.RowTable;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Shows what a push would send, and what it would leave out and why. Sends nothing. UI thread only. */
final class DryRunDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(DryRunDialog.class);
    private static final int WIDTH = 720;
    private static final int LEFT_OUT_HEIGHT = 130;
    private static final int REQUESTS_HEIGHT = 200;

    private final PushPlan plan;
    private final List<PushRequest> requests;

    DryRunDialog(Shell parent, PushPlan plan, List<PushRequest> requests) {
        super(parent);
        this.plan = plan;
        this.requests = requests;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.get("dryRun.title", plan.project().name()));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(14, 12).spacing(8, 8).applyTo(area);
        Label what = WidgetKey.mark(new Label(area, SWT.WRAP), "dryRun.what");
        what.setText(TEXTS.get("dryRun.what", plan.read(), plan.items().size(), FileWords.of(plan.itemFile())));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(what);
        RowTable<Map.Entry<LeftOut, List<ItemBarcode>>> leftOut = new RowTable<>(area, SWT.SINGLE,
                TEXTS.get("dryRun.leftOut"), List.of(
                        new RowTable.Column<>(TEXTS.get("dryRun.leftOut"), 190, row -> row.getKey().label()),
                        new RowTable.Column<>(TEXTS.get("dryRun.items"), 70,
                                row -> TEXTS.get("dryRun.number", row.getValue().size())),
                        new RowTable.Column<>(TEXTS.get("dryRun.next"), 600, row -> row.getKey().nextStep())),
                Map.Entry::getKey);
        leftOut.explain(row -> row.getKey().nextStep());
        WidgetKey.mark(leftOut.table(), "dryRun.leftOut");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, LEFT_OUT_HEIGHT).applyTo(leftOut.table());
        leftOut.show(List.copyOf(plan.leftOut().entrySet()));
        new Label(area, SWT.NONE).setText(TEXTS.get("dryRun.requests", requests.size()));
        Text text = WidgetKey.mark(new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL),
                "dryRun.requests");
        text.setFont(JFaceResources.getTextFont());
        text.setText(requests.stream().map(PushRequest::text)
                .collect(Collectors.joining(System.lineSeparator())));
        AccessibleNames.name(text, TEXTS.get("dryRun.requests", requests.size()));
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, REQUESTS_HEIGHT).applyTo(text);
        leftOut.table().setFocus();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}
