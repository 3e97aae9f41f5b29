/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import org.carrel.model.Texts;
import org.carrel.ui.Failures;
import org.carrel.ui.Palette;
import org.carrel.ui.WidgetKey;
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
import org.osgi.service.prefs.BackingStoreException;

/** What a workstation can choose for its desk. */
public final class DeskPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDTH = 380;

    private final Texts texts = Texts.of(DeskPage.class);
    private final DeskPreferences preferences = new DeskPreferences();
    private Button nextPatron;

    @Override
    public void init(IWorkbench workbench) {
        // The settings are found without it.
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(page);
        nextPatron = WidgetKey.mark(new Button(page, SWT.CHECK), "preferences.nextPatron");
        nextPatron.setText(texts.get("preferences.nextPatron"));
        nextPatron.setSelection(preferences.isNextPatronByCard());
        Label more = new Label(page, SWT.WRAP);
        more.setText(texts.get("preferences.nextPatron.more"));
        more.setForeground(Palette.of(page).quiet());
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).indent(22, 0).applyTo(more);
        return page;
    }

    @Override
    public boolean performOk() {
        try {
            preferences.setNextPatronByCard(nextPatron.getSelection());
            return true;
        } catch (BackingStoreException e) {
            Failures.log(DeskPage.class, e);
            setErrorMessage(texts.get("preferences.failed"));
            return false;
        }
    }

    @Override
    protected void performDefaults() {
        nextPatron.setSelection(DeskPreferences.NEXT_PATRON_STANDARD);
        super.performDefaults();
    }
}
