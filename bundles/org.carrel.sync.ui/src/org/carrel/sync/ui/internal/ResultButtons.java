/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.List;
import java.util.function.Consumer;

import org.carrel.model.Texts;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** What can be done with the selected results: as buttons, as a menu, and by keys. UI thread only. */
final class ResultButtons {

    private static final Texts TEXTS = Texts.of(ResultButtons.class);

    private final ResultTable table;
    private final Doings doings;
    private final Button retry;
    private final Button correct;
    private final Button delete;
    private final Button copy;

    /** What the buttons do. */
    record Doings(Consumer<List<Results.Row>> retry, Consumer<Results.Row> correct,
            Consumer<List<Results.Row>> delete, Runnable export) {}

    ResultButtons(Composite parent, ResultTable table, Doings doings) {
        this.table = table;
        this.doings = doings;
        ButtonBar bar = new ButtonBar(parent, "sync.results");
        correct = button(bar, "correct", Icon.CORRECT, this::correct);
        retry = button(bar, "retry", Icon.RETRY, this::retry);
        delete = button(bar, "delete", Icon.CLEAR, this::delete);
        copy = button(bar, "copy", Icon.COPY, table::copy);
        button(bar, "export", Icon.EXPORT, doings.export());
        makeMenu();
        table.table().addListener(SWT.KeyDown, this::key);
        table.table().addListener(SWT.DefaultSelection, event -> correct());
        table.onSelection(this::enable);
        enable();
    }

    private static Button button(ButtonBar bar, String name, Icon icon, Runnable action) {
        return bar.add(name, TEXTS.get("results." + name), icon, action);
    }

    private void makeMenu() {
        Menu menu = new Menu(table.table());
        for (Button button : List.of(retry, correct, delete, copy)) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(button.getText());
            item.setImage(button.getImage());
            item.addListener(SWT.Selection, event -> button.notifyListeners(SWT.Selection, new Event()));
            menu.addListener(SWT.Show, event -> item.setEnabled(button.isEnabled()));
        }
        table.table().setMenu(menu);
    }

    private void enable() {
        List<Results.Row> selection = table.selection();
        retry.setEnabled(selection.stream().anyMatch(Results.Row::canRetry));
        correct.setEnabled(selection.size() == 1 && selection.get(0).canCorrect());
        delete.setEnabled(selection.stream().anyMatch(Results.Row::canDelete));
        copy.setEnabled(!selection.isEmpty());
    }

    private void retry() {
        doings.retry().accept(table.selection());
    }

    private void correct() {
        List<Results.Row> selection = table.selection();
        if (selection.size() == 1 && selection.get(0).canCorrect()) {
            doings.correct().accept(selection.get(0));
        }
    }

    private void delete() {
        List<Results.Row> deletable = table.selection().stream().filter(Results.Row::canDelete).toList();
        if (!deletable.isEmpty()) {
            doings.delete().accept(deletable);
        }
    }

    private void key(Event event) {
        if (event.keyCode == SWT.DEL && event.stateMask == 0) {
            delete();
        }
    }
}
