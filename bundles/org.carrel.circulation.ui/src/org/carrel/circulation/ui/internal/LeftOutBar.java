/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.Arrays;
import java.util.List;

import org.carrel.model.Texts;
import org.carrel.ui.Icon;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The items of a stack that were not recorded with the others, each with its reason; some or all can be decided. */
final class LeftOutBar {

    private static final int ROWS = 5;
    private static final int COLUMNS = 2;

    private final Texts texts = Texts.of(LeftOutBar.class);
    private final AttentionBar bar;
    private final Table table;
    private final Button record;
    private final Button drop;
    private List<Attention.LeftOut> shown = List.of();

    LeftOutBar(Composite parent, StackPresenter stacks, Runnable afterwards) {
        bar = new AttentionBar(parent, Icon.QUESTION, Tone.CAUTION);
        table = WidgetKey.mark(bar.addTable(texts.get("leftOut.list"), ROWS), "desk.leftOut");
        for (int i = 0; i < COLUMNS; i++) {
            new TableColumn(table, SWT.NONE);
        }
        record = WidgetKey.mark(
                bar.addButton(texts.get("leftOut.record.all"), () -> stacks.recordAnyway(chosen()), afterwards),
                "desk.leftOut.record");
        drop = WidgetKey.mark(bar.addButton(texts.get("leftOut.drop.all"), () -> stacks.drop(chosen()), afterwards),
                "desk.leftOut.drop");
        table.addListener(SWT.Selection, event -> label());
    }

    void show(List<Attention.LeftOut> now) {
        bar.setHeadline(texts.get("leftOut.headline", now.size()));
        List<Attention.LeftOut> before = chosenRows();
        shown = now;
        table.setRedraw(false);
        table.removeAll();
        now.forEach(one -> new TableItem(table, SWT.NONE)
                .setText(new String[] { one.scan().item().strip(), one.sentence() }));
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
        for (int i = 0; i < now.size(); i++) {
            if (before.contains(now.get(i))) {
                table.select(i);
            }
        }
        table.setRedraw(true);
        label();
    }

    void dispose() {
        bar.dispose();
    }

    /** Those that are selected; all when none is. */
    private List<Attention.LeftOut> chosen() {
        List<Attention.LeftOut> rows = chosenRows();
        return rows.isEmpty() ? shown : rows;
    }

    private List<Attention.LeftOut> chosenRows() {
        return Arrays.stream(table.getSelectionIndices()).mapToObj(shown::get).toList();
    }

    private void label() {
        String which = table.getSelectionCount() == 0 ? "all" : "selected";
        record.setText(texts.get("leftOut.record." + which));
        drop.setText(texts.get("leftOut.drop." + which));
        record.setEnabled(chosen().stream().anyMatch(Attention.LeftOut::decided));
        bar.layout(true, true);
    }
}
