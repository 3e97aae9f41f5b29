/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.time.Clock;

import org.carrel.model.Texts;
import org.carrel.model.UpdateRules;
import org.carrel.model.UpdateRules.Look;
import org.carrel.model.port.Branch;
import org.carrel.ui.Palette;
import org.carrel.ui.WidgetKey;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Whether this workstation looks for updates by itself, as far as its branch leaves that open. */
public final class UpdatesPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDTH = 380;

    private final Texts texts = Texts.of(UpdatesPage.class);
    private final LookMemory memory = LookMemory.ofWorkstation(Clock.systemUTC());
    private UpdateRules rules = UpdateRules.NONE;
    private Button look;

    @Override
    public void init(IWorkbench workbench) {
        rules = workbench.getService(IEclipseContext.class).get(Branch.class).profile().updates();
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(page);
        boolean open = rules.site().isPresent() && rules.look() != Look.NEVER;
        look = WidgetKey.mark(new Button(page, SWT.CHECK), "preferences.look");
        look.setText(texts.get("preferences.look"));
        look.setSelection(open && memory.isLookWanted());
        look.setEnabled(open);
        Label more = new Label(page, SWT.WRAP);
        more.setText(texts.get(open ? "preferences.look." + rules.look()
                : rules.site().isPresent() ? "preferences.look.NEVER" : "preferences.look.noSite"));
        more.setForeground(Palette.of(page).quiet());
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).indent(22, 0).applyTo(more);
        return page;
    }

    @Override
    public boolean performOk() {
        if (look.isEnabled()) {
            memory.wantLook(look.getSelection());
        }
        return true;
    }

    @Override
    protected void performDefaults() {
        look.setSelection(look.isEnabled());
        super.performDefaults();
    }
}
