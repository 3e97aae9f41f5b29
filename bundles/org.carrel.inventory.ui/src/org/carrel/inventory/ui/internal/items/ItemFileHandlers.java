/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.ui.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;

/** The commands of the view <i>Item File</i>, for the menu and its keys: each shows the view first. */
public final class ItemFileHandlers {

    private ItemFileHandlers() {}

    /** Imports a file. */
    public static final class Import extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, InventoryIds.VIEW_ITEMS, ItemFileView.class, ItemFileView::chooseFile);
        }
    }

    /** Fetches the newest one. */
    public static final class Fetch extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, InventoryIds.VIEW_ITEMS, ItemFileView.class, ItemFileView::fetch);
        }
    }

    /** Shows the rows about which somebody should know. */
    public static final class ShowBadRows extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, InventoryIds.VIEW_ITEMS, ItemFileView.class, ItemFileView::showBadRows);
        }
    }
}
