/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.List;

import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** What can be done at the shelf besides scanning, and what one reads with. UI thread only. */
final class ShelfButtons {

    private static final Texts TEXTS = Texts.of(ShelfButtons.class);
    private static final List<Integer> REACHES = List.of(0, 2, 3, 5, 8, 12, 20);

    private final Composite row;

    ShelfButtons(Composite parent, ShelfView shelf, ReachSetting reach) {
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(row);
        ButtonBar bar = new ButtonBar(row, "shelf");
        bar.add("another", TEXTS.get("button.another"), Icon.SHELF, shelf::anotherShelf);
        bar.add("found", TEXTS.get("button.found"), Icon.DONE, () -> shelf.mark(Kind.FOUND));
        bar.add("notFound", TEXTS.get("button.notFound"), Icon.QUESTION, () -> shelf.mark(Kind.NOT_FOUND));
        bar.add("condition", TEXTS.get("button.condition"), Icon.TODO, shelf::condition);
        bar.add("takeBack", TEXTS.get("button.takeBack"), Icon.CANCEL, shelf::undo);
        makeDevice(shelf, reach);
    }

    private void makeDevice(ShelfView shelf, ReachSetting reach) {
        Combo device = WidgetKey.mark(new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY), "shelf.device");
        AccessibleNames.name(device, TEXTS.get("device.name"));
        device.setToolTipText(TEXTS.get("device.tip"));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(device);
        REACHES.forEach(one -> device.add(TEXTS.get(one == 0 ? "device.scanner" : "device.wand", one)));
        device.select(nearest(reach.get()));
        device.addListener(SWT.Selection, event -> {
            reach.set(REACHES.get(device.getSelectionIndex()));
            shelf.setFocus();
        });
    }

    private static int nearest(int reach) {
        int index = 0;
        while (index < REACHES.size() - 1 && REACHES.get(index) < reach) {
            index++;
        }
        return index;
    }

    /** For its place in a layout. */
    Composite control() {
        return row;
    }
}
