/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Where the views of <i>Sync</i> stand at first: the state of things on the left, what became of them on the right. */
public final class SyncPerspective implements IPerspectiveFactory {

    private static final float LEFT = 0.32f;
    private static final float CONNECTION = 0.58f;
    private static final float RESULTS = 0.64f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout left = layout.createFolder("org.carrel.sync.ui.left", IPageLayout.LEFT, LEFT,
                layout.getEditorArea());
        left.addView(ConnectionView.ID);
        IFolderLayout upload = layout.createFolder("org.carrel.sync.ui.lowerLeft", IPageLayout.BOTTOM, CONNECTION,
                "org.carrel.sync.ui.left");
        upload.addView(UploadView.ID);
        IFolderLayout results = layout.createFolder("org.carrel.sync.ui.right", IPageLayout.TOP, RESULTS,
                layout.getEditorArea());
        results.addView(ResultsView.ID);
        IFolderLayout lists = layout.createFolder("org.carrel.sync.ui.lowerRight", IPageLayout.BOTTOM, RESULTS,
                "org.carrel.sync.ui.right");
        lists.addView(ToDoView.ID);
        lists.addView(RunsView.ID);
        lists.addPlaceholder("org.eclipse.ui.views.ProgressView");
    }
}
