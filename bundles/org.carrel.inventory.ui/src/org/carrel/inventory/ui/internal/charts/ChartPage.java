/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.charts;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.carrel.model.Texts;
import org.carrel.ui.Moments;
import org.carrel.ui.RowTable;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** One chart with its sentence and its table. */
final class ChartPage {

    private static final Texts TEXTS = Texts.of(ChartPage.class);
    private static final int[] PARTS = { 58, 42 };
    private static final int FIRST_WIDTH = 190;
    private static final int WIDTH = 82;

    private final Composite root;
    private final Label sentence;
    private final Drawing drawing;
    private final SashForm sash;
    private final ChartKind kind;
    private final Zoom zoom;
    private RowTable<List<String>> table;
    private List<String> columns = List.of();

    ChartPage(Composite parent, ChartKind kind, Moments moments, Zoom zoom) {
        this.kind = kind;
        this.zoom = zoom;
        root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(4, 4).applyTo(root);
        sentence = WidgetKey.mark(new Label(root, SWT.WRAP), key() + ".sentence");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(sentence);
        sash = new SashForm(root, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        drawing = new Drawing(sash, moments.zone());
    }

    Composite control() {
        return root;
    }

    private String key() {
        return "charts." + kind.name().toLowerCase(Locale.ROOT);
    }

    void show(ChartNumbers numbers) {
        sentence.setText(numbers.sentence().replace("&", "&&"));
        sentence.requestLayout();
        drawing.show(numbers);
        if (!columns.equals(numbers.columns())) {
            makeTable(numbers.columns());
        }
        table.show(numbers.rows());
    }

    private void makeTable(List<String> titles) {
        columns = titles;
        if (table != null) {
            table.table().dispose();
        }
        List<RowTable.Column<List<String>>> made = IntStream.range(0, titles.size())
                .mapToObj(i -> new RowTable.Column<List<String>>(titles.get(i), width(i), row -> row.get(i)))
                .toList();
        table = new RowTable<>(sash, SWT.MULTI, TEXTS.get("table", kind.label()), made, List::getFirst);
        WidgetKey.mark(table.table(), key());
        sash.setWeights(PARTS);
        sash.layout();
    }

    /** As wide as the text is large now; later changes reach the table by itself. */
    private int width(int column) {
        return (column == 0 ? FIRST_WIDTH : WIDTH) * zoom.percent() / Zoom.ORDINARY;
    }

    /** To the table, which takes the keyboard. */
    boolean setFocus() {
        return table != null && table.table().setFocus();
    }
}
