/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueView;
import org.carrel.ui.Moments;
import org.carrel.ui.PendingWatch;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.StatusLineContributionItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** The status line: which branch, and what waits for the upload since when. Menus are in the {@code plugin.xml}. */
final class DeskActionBars extends ActionBarAdvisor {

    private static final int WIDTH = 62;

    private final StatusLineContributionItem pending = new StatusLineContributionItem("org.carrel.app.pending", WIDTH);
    private final Branch branch;

    DeskActionBars(IActionBarConfigurer configurer, Branch branch) {
        super(configurer);
        this.branch = branch;
    }

    @Override
    protected void fillStatusLine(IStatusLineManager statusLine) {
        statusLine.add(pending);
    }

    /** Follows the queue for as long as {@code window} is there. */
    void watch(Shell window, QueueView view) {
        Moments moments = Moments.of(branch.profile().zone());
        new PendingWatch(window, view, now -> pending.setText(now.sentence(moments)));
    }
}
