/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.writeback;

import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.ui.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;

/** The commands of the view. */
public final class WriteBackHandlers {

    private WriteBackHandlers() {}

    /** Asks, and tells the library system. */
    public static final class Push extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, InventoryIds.VIEW_WRITEBACK, WriteBackView.class, WriteBackView::push);
        }
    }

    /** Shows what would be told. */
    public static final class DryRun extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            return Views.in(event, InventoryIds.VIEW_WRITEBACK, WriteBackView.class, WriteBackView::dryRun);
        }
    }
}
