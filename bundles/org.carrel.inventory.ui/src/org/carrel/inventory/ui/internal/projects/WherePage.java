/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.List;
import java.util.Set;

import org.carrel.ui.AccessibleNames;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;

/** Which shelves: the branch and its shelving locations. */
final class WherePage extends ScopePage {

    private Combo branch;
    private Table locations;
    private List<ScopeForm.Choice> branches = List.of();

    WherePage(ScopeForm form, Runnable changed) {
        super("where", form, changed);
    }

    @Override
    void fill(Composite area) {
        String name = label(area, "branch").getText().replace("&", "");
        branch = WidgetKey.mark(new Combo(area, SWT.READ_ONLY), "newInventory.branch");
        AccessibleNames.name(branch, name);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(branch);
        locations = choices(area, "locations", () -> {
            form().chooseLocations(ticked(locations));
            changed();
        });
        hint(area, "choices.hint");
        branches = form().branches();
        branch.setItems(branches.stream().map(ScopeForm.Choice::name).toArray(String[]::new));
        branch.addListener(SWT.Selection, event -> choose());
    }

    private void choose() {
        if (branch.getSelectionIndex() >= 0) {
            form().choose(branches.get(branch.getSelectionIndex()).name());
            show(locations, form().locations(), Set.of());
            judged();
            changed();
        }
    }

    @Override
    void show() {
        if (branch.getSelectionIndex() < 0 && !form().branch().isEmpty()) {
            branch.select(branches.stream().map(ScopeForm.Choice::name).toList().indexOf(form().branch()));
            show(locations, form().locations(), Set.of());
        }
    }

    @Override
    Control first() {
        return form().branch().isEmpty() ? branch : locations;
    }

    @Override
    boolean isFilledIn() {
        return !form().branch().isEmpty();
    }
}
