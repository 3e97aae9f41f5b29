/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import org.carrel.model.Texts;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** Which items of these shelves, what the inventory is called, and whether it counts. */
final class WhichPage extends ScopePage {

    private static final Texts TEXTS = Texts.of(WhichPage.class);

    private Text name;
    private Text from;
    private Text to;
    private Table itemTypes;
    private Button counted;
    private String suggested = "";

    WhichPage(ScopeForm form, Runnable changed) {
        super("which", form, changed);
    }

    @Override
    void fill(Composite area) {
        name = text(area, "name");
        from = text(area, "from");
        to = text(area, "to");
        from.setMessage(TEXTS.get("range.first"));
        to.setMessage(TEXTS.get("range.last"));
        itemTypes = choices(area, "itemTypes", () -> {
            form().chooseItemTypes(ticked(itemTypes));
            changed();
        });
        counted = WidgetKey.mark(new Button(area, SWT.CHECK | SWT.WRAP), "newInventory.counted");
        counted.setText(TEXTS.get("field.counted"));
        counted.setSelection(true);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(counted);
        name.addListener(SWT.Modify, event -> filled());
        from.addListener(SWT.Modify, event -> filled());
        to.addListener(SWT.Modify, event -> filled());
        counted.addListener(SWT.Selection, event -> filled());
    }

    @Override
    void show() {
        // Whoever does not care for names need not think of one.
        if (name.getText().equals(suggested)) {
            suggested = form().suggestedName();
            name.setText(suggested);
        }
        show(itemTypes, form().itemTypes(), form().chosenItemTypes());
        filled();
    }

    private void filled() {
        form().call(name.getText());
        form().range(from.getText(), to.getText());
        form().count(counted.getSelection());
        changed();
        judged();
        setErrorMessage(form().judge() instanceof ScopeForm.Judged.Unsound unsound ? unsound.sentence() : null);
    }

    @Override
    Control first() {
        return name;
    }

    @Override
    boolean isFilledIn() {
        return form().judge() instanceof ScopeForm.Judged.Sound;
    }
}
