/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Images;
import org.carrel.ui.WidgetKey;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The kinds of findings with their counts; one is chosen, at first all of them. UI thread only. */
final class KindList {

    private final Table table;
    private final Images images;
    private List<KindCount> kinds = List.of();

    KindList(Composite parent, Consumer<Optional<Kind>> chosen) {
        table = WidgetKey.mark(new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER), "findings.kinds");
        AccessibleNames.name(table, Texts.of(KindList.class).get("kinds.name"));
        images = Images.of(table);
        new TableColumn(table, SWT.LEFT);
        table.addListener(SWT.Resize, event -> fit());
        table.addListener(SWT.Selection, event -> chosen.accept(selected()));
    }

    Table table() {
        return table;
    }

    void show(List<KindCount> others) {
        kinds = List.copyOf(others);
        int chosen = Math.max(0, table.getSelectionIndex());
        for (int i = 0; i < kinds.size(); i++) {
            TableItem row = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
            row.setText(kinds.get(i).label());
            kinds.get(i).kind().ifPresent(kind -> row.setImage(images.get(FindingIcons.of(kind))));
        }
        table.select(chosen);
        fit();
    }

    private Optional<Kind> selected() {
        int index = table.getSelectionIndex();
        return index < 0 ? Optional.empty() : kinds.get(index).kind();
    }

    /** As wide as the list, or as what it says where that is wider. */
    private void fit() {
        TableColumn column = table.getColumn(0);
        column.pack();
        column.setWidth(Math.max(column.getWidth(), table.getClientArea().width));
    }
}
