/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import org.carrel.model.Texts;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.QueueColumn;
import org.carrel.ui.QueueTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;

/** The table's menu: copy, select all, and the columns, all of it in reach of the keyboard. */
public final class ColumnMenu {

    private final Texts texts = Texts.of(QueueTable.class);
    private final QueueTable owner;
    private final ColumnChoice columns;
    private final Images images;
    private final Menu menu;

    public ColumnMenu(QueueTable owner, Table table, ColumnChoice columns) {
        this.owner = owner;
        this.columns = columns;
        images = Images.of(table);
        menu = new Menu(table);
        menu.addListener(SWT.Show, event -> fill());
    }

    public Menu menu() {
        return menu;
    }

    private void fill() {
        for (MenuItem old : menu.getItems()) {
            old.dispose();
        }
        MenuItem copy = item(menu, "menu.copy", owner::copy);
        copy.setImage(images.get(Icon.COPY));
        copy.setEnabled(owner.selectionCount() > 0);
        item(menu, "menu.selectAll", owner::selectAll);
        new MenuItem(menu, SWT.SEPARATOR);
        Menu shown = cascade("menu.columns");
        Menu left = cascade("menu.left");
        Menu right = cascade("menu.right");
        for (QueueColumn column : QueueColumn.values()) {
            MenuItem check = new MenuItem(shown, SWT.CHECK);
            check.setText(texts.get("column." + column.name()));
            check.setSelection(columns.isShown(column));
            check.addListener(SWT.Selection, event -> change(() -> columns.toggle(column)));
        }
        for (ColumnChoice.Shown one : columns.shown()) {
            moving(left, one.column(), -1);
            moving(right, one.column(), 1);
        }
        item(menu, "menu.reset", () -> change(columns::reset));
    }

    private Menu cascade(String key) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(texts.get(key));
        Menu under = new Menu(item);
        item.setMenu(under);
        return under;
    }

    private void moving(Menu under, QueueColumn column, int places) {
        MenuItem item = new MenuItem(under, SWT.PUSH);
        item.setText(texts.get("column." + column.name()));
        item.addListener(SWT.Selection, event -> change(() -> columns.move(column, places)));
    }

    private void change(Runnable what) {
        what.run();
        owner.refreshColumns();
    }

    private MenuItem item(Menu under, String key, Runnable action) {
        MenuItem item = new MenuItem(under, SWT.PUSH);
        item.setText(texts.get(key));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }
}
