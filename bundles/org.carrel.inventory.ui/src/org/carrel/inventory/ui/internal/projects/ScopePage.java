/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** A page of the wizard for new inventories: fields, and below them what the choice comes to. UI thread only. */
abstract class ScopePage extends WizardPage {

    private static final Texts TEXTS = Texts.of(ScopePage.class);
    private static final int COUNT_WIDTH = 90;
    private static final int ROWS_HEIGHT = 84;

    private final ScopeForm form;
    private final Runnable changed;
    private PreviewLabel preview;

    /** @param changed runs after each change of the form */
    ScopePage(String name, ScopeForm form, Runnable changed) {
        super(name);
        this.form = form;
        this.changed = changed;
        setTitle(TEXTS.get(name + ".title"));
        setDescription(TEXTS.get(name + ".description"));
    }

    @Override
    public final void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 12).spacing(10, 8).applyTo(area);
        fill(area);
        preview = new PreviewLabel(area, 2, form, "newInventory.preview." + getName());
        setControl(area);
    }

    @Override
    public final void setVisible(boolean visible) {
        if (visible) {
            show();
            preview.update();
            judged();
        }
        super.setVisible(visible);
        if (visible) {
            first().setFocus();
        }
    }

    final ScopeForm form() {
        return form;
    }

    /** To be called after each change of the form. */
    final void changed() {
        preview.update();
        changed.run();
    }

    /** Says what is missing, once somebody can have filled it in. */
    final void judged() {
        setPageComplete(isFilledIn());
        getContainer().updateButtons();
    }

    abstract void fill(Composite area);

    /** Shows what the form holds. */
    abstract void show();

    abstract Control first();

    abstract boolean isFilledIn();

    static Text text(Composite area, String name) {
        label(area, name);
        Text text = WidgetKey.mark(new Text(area, SWT.BORDER), "newInventory." + name);
        AccessibleNames.name(text, TEXTS.get("field." + name).replace("&", ""));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    static Label label(Composite area, String name) {
        Label label = new Label(area, SWT.NONE);
        label.setText(TEXTS.get("field." + name));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        return label;
    }

    /** A list whose rows are ticked; none ticked means all. */
    static Table choices(Composite area, String name, Runnable ticked) {
        Label label = label(area, name);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(label);
        Table table = WidgetKey.mark(new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION),
                "newInventory." + name);
        AccessibleNames.name(table, TEXTS.get("field." + name).replace("&", "") + ". " + TEXTS.get("choices.hint"));
        TableColumn what = new TableColumn(table, SWT.LEFT);
        TableColumn count = new TableColumn(table, SWT.RIGHT);
        table.addListener(SWT.Resize, event -> {
            int room = table.getClientArea().width;
            count.setWidth(Math.min(COUNT_WIDTH, room / 2));
            what.setWidth(room - count.getWidth());
        });
        table.addListener(SWT.Selection, event -> ticked(event, ticked));
        GridDataFactory.fillDefaults().grab(true, true).hint(200, ROWS_HEIGHT).applyTo(table);
        return table;
    }

    private static void ticked(Event event, Runnable ticked) {
        if (event.detail == SWT.CHECK) {
            ticked.run();
        }
    }

    /** Shows {@code choices}, those in {@code chosen} ticked. */
    static void show(Table table, List<ScopeForm.Choice> choices, Set<String> chosen) {
        table.setRedraw(false);
        table.removeAll();
        for (ScopeForm.Choice choice : choices) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] { choice.name(), TEXTS.get("number", choice.items()) });
            item.setChecked(chosen.contains(choice.name()));
        }
        table.setRedraw(true);
    }

    static Set<String> ticked(Table table) {
        return Arrays.stream(table.getItems()).filter(TableItem::getChecked).map(item -> item.getText(0))
                .collect(Collectors.toSet());
    }

    static Label hint(Composite area, String key) {
        Label hint = new Label(area, SWT.WRAP);
        hint.setText(TEXTS.get(key));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(200, SWT.DEFAULT).applyTo(hint);
        return hint;
    }
}
