/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.PlatformUI;

/**
 * Where the views of <i>Inventory</i> stand at first: which inventory and which item file at the left, the shelf in the
 * middle, and below it what was found.
 */
public final class InventoryPerspective implements IPerspectiveFactory {

    private static final float LEFT_PART = 0.28f;
    private static final float PROJECTS_PART = 0.6f;
    private static final float SHELF_PART = 0.66f;
    private static final String LEFT = "org.carrel.inventory.ui.left";
    private static final String LOWER_LEFT = "org.carrel.inventory.ui.lowerLeft";
    private static final String MIDDLE = "org.carrel.inventory.ui.middle";
    private static final String LOWER = "org.carrel.inventory.ui.lower";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout projects = layout.createFolder(LEFT, IPageLayout.LEFT, LEFT_PART, layout.getEditorArea());
        add(projects, InventoryIds.VIEW_PROJECTS);
        IFolderLayout items = layout.createFolder(LOWER_LEFT, IPageLayout.BOTTOM, PROJECTS_PART, LEFT);
        add(items, InventoryIds.VIEW_ITEMS);
        IFolderLayout shelf = layout.createFolder(MIDDLE, IPageLayout.TOP, SHELF_PART, layout.getEditorArea());
        add(shelf, InventoryIds.VIEW_SHELF);
        IFolderLayout found = layout.createFolder(LOWER, IPageLayout.BOTTOM, SHELF_PART, layout.getEditorArea());
        add(found, InventoryIds.VIEW_FINDINGS);
        add(found, InventoryIds.VIEW_CHARTS);
        add(found, InventoryIds.VIEW_WRITEBACK);
        found.addPlaceholder("org.eclipse.ui.views.ProgressView");
    }

    /** What is not there, because somebody left it out of their product, has its place all the same. */
    private static void add(IFolderLayout folder, String view) {
        if (PlatformUI.getWorkbench().getViewRegistry().find(view) == null) {
            folder.addPlaceholder(view);
        } else {
            folder.addView(view);
        }
    }
}
