/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import org.carrel.scanner.ui.internal.sheet.SheetView;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Where the views of <i>Scanners</i> stand at first: the devices on top, what can be done with them below. */
public final class ScannersPerspective implements IPerspectiveFactory {

    private static final float DEVICES = 0.39f;
    private static final float TRY = 0.56f;
    private static final String TOP = "org.carrel.scanner.ui.top";
    private static final String LEFT = "org.carrel.scanner.ui.lowerLeft";
    private static final String RIGHT = "org.carrel.scanner.ui.lowerRight";
    /** Set by the application before the workbench opens, for what shows in practice mode alone. */
    private static final String PRACTICE = "org.carrel.app.practice";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout devices = layout.createFolder(TOP, IPageLayout.TOP, DEVICES, layout.getEditorArea());
        devices.addView(DevicesView.ID);
        IFolderLayout tries = layout.createFolder(LEFT, IPageLayout.LEFT, TRY, layout.getEditorArea());
        tries.addView(TryItView.ID);
        IFolderLayout more = layout.createFolder(RIGHT, IPageLayout.RIGHT, TRY, layout.getEditorArea());
        if (Boolean.getBoolean(PRACTICE)) {
            more.addView(PracticeView.ID);
        }
        more.addView(SheetView.ID);
        more.addView(FixView.ID);
        more.addPlaceholder("org.eclipse.ui.views.ProgressView");
    }
}
