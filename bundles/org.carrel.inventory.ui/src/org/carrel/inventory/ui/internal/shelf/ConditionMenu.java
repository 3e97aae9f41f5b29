/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.List;
import java.util.function.Consumer;

import org.carrel.model.Texts;
import org.carrel.model.inventory.ConditionCode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** What can be said of the state of a book, to choose from with a click or by its first digit. UI thread only. */
final class ConditionMenu {

    private static final int MOST_DIGITS = 9;

    private final Control below;
    private final List<ConditionCode> conditions;
    private final Consumer<String> chosen;

    ConditionMenu(Control below, List<ConditionCode> conditions, Consumer<String> chosen) {
        this.below = below;
        this.conditions = conditions;
        this.chosen = chosen;
    }

    void open() {
        Menu menu = new Menu(below);
        for (int i = 0; i < conditions.size(); i++) {
            ConditionCode condition = conditions.get(i);
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            String label = condition.label().replace("&", "&&");
            item.setText(i < MOST_DIGITS ? Texts.of(ConditionMenu.class).get("condition.item", i + 1, label) : label);
            item.addListener(SWT.Selection, event -> chosen.accept(condition.code()));
        }
        menu.addListener(SWT.Hide, event -> below.getDisplay().asyncExec(menu::dispose));
        Point at = below.toDisplay(0, below.getSize().y);
        menu.setLocation(at);
        menu.setVisible(true);
    }
}
