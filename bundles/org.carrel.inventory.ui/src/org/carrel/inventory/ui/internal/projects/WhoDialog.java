/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.List;

import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks who scans, and with what: a session belongs to both, and is gone on with when there is one. UI thread only. */
final class WhoDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(WhoDialog.class);
    private static final int WIDTH = 380;

    private final Who who;
    private Combo person;
    private Combo device;
    private Label session;

    WhoDialog(Shell parent, Who who) {
        super(parent);
        this.who = who;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.get("who.title"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 16).spacing(12, 10).applyTo(area);
        person = field(area, "person", who.people(), who.person());
        device = field(area, "device", who.devices(), who.device());
        session = WidgetKey.mark(new Label(area, SWT.WRAP), "who.session");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH, 48).applyTo(session);
        return area;
    }

    private Combo field(Composite area, String name, List<String> known, String first) {
        Label label = new Label(area, SWT.NONE);
        label.setText(TEXTS.get("who." + name));
        Combo combo = WidgetKey.mark(new Combo(area, SWT.DROP_DOWN), "who." + name);
        AccessibleNames.name(combo, TEXTS.get("who." + name).replace("&", ""));
        combo.setItems(known.toArray(String[]::new));
        combo.setText(first);
        combo.setTextLimit(Who.LONGEST);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetKey.mark(createButton(parent, IDialogConstants.OK_ID, TEXTS.get("who.scan"), true), "who.scan");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        person.addListener(SWT.Modify, event -> show());
        device.addListener(SWT.Modify, event -> show());
        show();
    }

    private void show() {
        who.is(person.getText(), device.getText());
        session.setText(who.sentence().replace("&", "&&"));
        getButton(IDialogConstants.OK_ID).setEnabled(who.isKnown());
    }
}
