/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** <i>Offline Circulation</i>: the desk, and nothing that could come between a scan and its field. */
public final class CirculationPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addStandaloneView(DeskView.ID, false, IPageLayout.LEFT, 1f, layout.getEditorArea());
        layout.getViewLayout(DeskView.ID).setCloseable(false);
        layout.getViewLayout(DeskView.ID).setMoveable(false);
    }
}
