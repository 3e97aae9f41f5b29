/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.carrel.inventory.ui.internal.findings.Act.Button;
import org.carrel.model.Texts;
import org.carrel.model.inventory.ConditionCode;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;

/** What can be done with the selected findings: as buttons, and as the menu of the table. UI thread only. */
final class FindingButtons {

    private static final Texts TEXTS = Texts.of(FindingButtons.class);

    private final FindingsPresenter presenter;
    private final List<ConditionCode> conditions;
    private final ButtonBar bar;
    private final Map<Button, org.eclipse.swt.widgets.Button> buttons = new EnumMap<>(Button.class);
    private final org.eclipse.swt.widgets.Button undo;

    FindingButtons(Composite parent, FindingsPresenter presenter, List<ConditionCode> conditions) {
        this.presenter = presenter;
        this.conditions = conditions;
        bar = new ButtonBar(parent, "findings");
        add(Button.FIRST, "done", Icon.DONE, presenter::first);
        add(Button.FOUND, "found", Icon.SAVED, presenter::found);
        add(Button.NOT_FOUND, "notFound", Icon.QUESTION, presenter::notFound);
        add(Button.WITH_NOTE, "withNote", Icon.DONE, presenter::firstWithNote);
        add(Button.SET_ASIDE, "setAside", Icon.AWAITING, presenter::setAside);
        add(Button.NOTE, "note", Icon.CORRECT, presenter::note);
        add(Button.CONDITION, "condition", Icon.ITEM, this::condition);
        add(Button.REOPEN, "reopen", Icon.RETRY, presenter::reopen);
        undo = bar.add("undo", TEXTS.get("findings.undo"), Icon.CANCEL, presenter::undo);
    }

    private void add(Button button, String name, Icon icon, Runnable action) {
        buttons.put(button, bar.add(name, TEXTS.get("findings." + name), icon, action));
    }

    void enable(Act act) {
        buttons.forEach((button, widget) -> widget.setEnabled(act.possible().contains(button)));
        undo.setEnabled(act.canUndo());
        org.eclipse.swt.widgets.Button first = buttons.get(Button.FIRST);
        if (!first.getText().equals(act.first())) {
            first.setText(act.first());
            bar.control().layout(true);
        }
    }

    /** Lets somebody choose what is the matter with the book, below the button. */
    void condition() {
        org.eclipse.swt.widgets.Button button = buttons.get(Button.CONDITION);
        Menu menu = new Menu(button);
        for (ConditionCode condition : conditions) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(condition.label().replace("&", "&&"));
            item.addListener(SWT.Selection, event -> presenter.condition(condition));
        }
        menu.addListener(SWT.Hide, event -> button.getDisplay().asyncExec(menu::dispose));
        Point at = button.toDisplay(0, button.getSize().y);
        menu.setLocation(at);
        menu.setVisible(true);
    }

    /** The same, by the other mouse button and by the menu key. */
    void makeMenu(Table table) {
        Menu menu = new Menu(table);
        buttons.values().forEach(button -> {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setImage(button.getImage());
            item.addListener(SWT.Selection, event -> button.notifyListeners(SWT.Selection, new Event()));
            menu.addListener(SWT.Show, event -> {
                item.setText(button.getText());
                item.setEnabled(button.isEnabled());
            });
        });
        table.setMenu(menu);
    }
}
