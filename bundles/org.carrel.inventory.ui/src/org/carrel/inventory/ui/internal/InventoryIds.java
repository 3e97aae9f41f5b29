/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal;

/** What the {@code plugin.xml} of this bundle declares and more than one package of it needs. */
public final class InventoryIds {

    /** View <i>Inventories</i>: the projects. */
    public static final String VIEW_PROJECTS = "org.carrel.inventory.ui.projects";

    /** View <i>Item File</i>: what everything is compared with. */
    public static final String VIEW_ITEMS = "org.carrel.inventory.ui.items";

    /** View <i>Shelf</i>: scanning. */
    public static final String VIEW_SHELF = "org.carrel.inventory.ui.shelf";

    /** View <i>Findings</i>. */
    public static final String VIEW_FINDINGS = "org.carrel.inventory.ui.findings";

    /** View <i>Charts</i>. */
    public static final String VIEW_CHARTS = "org.carrel.inventory.ui.charts";

    /** View <i>Write-back</i>. */
    public static final String VIEW_WRITEBACK = "org.carrel.inventory.ui.writeback";

    /** The key binding context of every view of this perspective. */
    public static final String CONTEXT = "org.carrel.inventory.ui.contexts.inventory";

    private InventoryIds() {}
}
