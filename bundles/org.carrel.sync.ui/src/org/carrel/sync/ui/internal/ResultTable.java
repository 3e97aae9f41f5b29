/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.List;

import org.carrel.model.CheckOut;
import org.carrel.model.Texts;
import org.carrel.sync.NextStep;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.RowTable;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/**
 * The rows of one group, what that group is about, and everything that is known about the selected row. UI thread only.
 */
final class ResultTable {

    private static final Texts TEXTS = Texts.of(ResultTable.class);
    private static final int DETAIL_LINES = 5;

    private final ResultWords words;
    private final RowTable<Results.Row> rows;
    private final Label about;
    private final Text details;
    private Runnable selected = () -> {
    };

    ResultTable(Composite parent, ResultWords words) {
        this.words = words;
        Composite root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(4, 4).extendedMargins(6, 0, 0, 0).applyTo(root);
        about = WidgetKey.mark(new Label(root, SWT.WRAP), "sync.results.about");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(about);
        rows = new RowTable<>(root, SWT.MULTI, TEXTS.get("results.table"), List.of(
                new RowTable.Column<>(TEXTS.get("column.kind"), 105, words::kind),
                new RowTable.Column<>(TEXTS.get("column.item"), 125, words::item),
                new RowTable.Column<>(TEXTS.get("column.patron"), 125, words::patron),
                new RowTable.Column<>(TEXTS.get("column.why"), 260, row -> row.step().headline()),
                new RowTable.Column<>(TEXTS.get("column.due"), 160, words::due),
                new RowTable.Column<>(TEXTS.get("column.recorded"), 150, words::recorded)),
                row -> row.entry().id());
        WidgetKey.mark(rows.table(), "sync.results");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 80).applyTo(rows.table());
        Images images = Images.of(rows.table());
        rows.decorate(drawn -> drawn.item().setImage(0, images
                .get(drawn.row().transaction() instanceof CheckOut ? Icon.CHECK_OUT : Icon.CHECK_IN)));
        rows.explain(words::details);
        details = WidgetKey.mark(new Text(root, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER),
                "sync.results.details");
        AccessibleNames.name(details, TEXTS.get("results.details"));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, details.getLineHeight() * DETAIL_LINES)
                .applyTo(details);
        // Tab leaves the details instead of vanishing in them.
        details.addListener(SWT.Traverse, event -> event.doit = true);
        rows.onSelection(this::selectionChanged);
    }

    void show(NextStep.Group group, List<Results.Row> shown) {
        about.setText(shown.isEmpty() ? TEXTS.get("results.empty") : words.groupSentence(group));
        rows.show(shown);
        about.requestLayout();
    }

    void onSelection(Runnable listener) {
        selected = listener;
    }

    List<Results.Row> selection() {
        return rows.selection();
    }

    void copy() {
        rows.copy();
    }

    Table table() {
        return rows.table();
    }

    private void selectionChanged() {
        List<Results.Row> selection = rows.selection();
        details.setText(selection.size() == 1 ? words.details(selection.get(0)) : TEXTS.get("results.select"));
        selected.run();
    }
}
