/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.charts;

import org.carrel.inventory.ui.internal.InventoryIds;
import org.carrel.ui.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;

/** The commands of the view. */
public final class ChartHandlers {

    private ChartHandlers() {}

    /** Shows the charts; when they are shown, the next one. */
    public static final class Next extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
            IViewPart before = page.findView(InventoryIds.VIEW_CHARTS);
            boolean inSight = before != null && page.isPartVisible(before);
            Views.show(page, InventoryIds.VIEW_CHARTS).map(ChartsView.class::cast)
                    .ifPresent(inSight ? ChartsView::next : ChartsView::setFocus);
            return null;
        }
    }
}
