/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

/** Identifiers that more than one bundle of the workbench needs. Each is declared in the {@code plugin.xml} named. */
public final class CarrelIds {

    /** Perspective <i>Offline Circulation</i> ({@code org.carrel.circulation.ui}). */
    public static final String PERSPECTIVE_CIRCULATION = "org.carrel.circulation.ui.perspective";

    /** Perspective <i>Sync</i> ({@code org.carrel.sync.ui}). */
    public static final String PERSPECTIVE_SYNC = "org.carrel.sync.ui.perspective";

    /** Perspective <i>Inventory</i> ({@code org.carrel.inventory.ui}). */
    public static final String PERSPECTIVE_INVENTORY = "org.carrel.inventory.ui.perspective";

    /** Perspective <i>Scanners</i> ({@code org.carrel.scanner.ui}). */
    public static final String PERSPECTIVE_SCANNERS = "org.carrel.scanner.ui.perspective";

    /** Uploads the queue. Declared here in {@code org.carrel.ui}, handled by {@code org.carrel.sync.ui}. */
    public static final String COMMAND_UPLOAD = "org.carrel.ui.commands.upload";

    /** Makes Carrel's text larger ({@code org.carrel.ui}). */
    public static final String COMMAND_ZOOM_IN = "org.carrel.ui.commands.zoomIn";

    /** Makes Carrel's text smaller ({@code org.carrel.ui}). */
    public static final String COMMAND_ZOOM_OUT = "org.carrel.ui.commands.zoomOut";

    /** Back to the ordinary size ({@code org.carrel.ui}). */
    public static final String COMMAND_ZOOM_RESET = "org.carrel.ui.commands.zoomReset";

    /** The command category of everything that Carrel declares ({@code org.carrel.ui}). */
    public static final String CATEGORY = "org.carrel.ui.commands";

    /** The key binding context of a desk view: F2, F3 … mean fields there ({@code org.carrel.ui}). */
    public static final String CONTEXT_DESK = "org.carrel.ui.contexts.desk";

    /** The key scheme of the product ({@code org.carrel.ui}); its parent is the platform's default scheme. */
    public static final String KEY_SCHEME = "org.carrel.ui.keys";

    /** The preference node of the kit, in the instance scope. */
    public static final String PREFERENCES = "org.carrel.ui";

    private CarrelIds() {}
}
