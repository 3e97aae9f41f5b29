/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.List;

import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueView;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The window: its size, its title, its trim, and the welcome on the first day. */
final class DeskWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point SIZE = new Point(1280, 800);

    private final Texts texts = Texts.of(DeskWindowAdvisor.class);
    private final Branch branch;
    private final List<String> remarks;
    private final StartArguments arguments;
    private DeskActionBars bars;

    DeskWindowAdvisor(IWorkbenchWindowConfigurer configurer, DeskOpening.Result.Ready desk, StartArguments arguments) {
        super(configurer);
        this.branch = desk.branch();
        this.remarks = desk.remarks();
        this.arguments = arguments;
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        bars = new DeskActionBars(configurer, branch);
        return bars;
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(SIZE);
        configurer.setShowMenuBar(true);
        configurer.setShowCoolBar(false);
        configurer.setShowStatusLine(true);
        configurer.setShowPerspectiveBar(true);
        configurer.setShowProgressIndicator(true);
        configurer.setTitle(title());
    }

    @Override
    public void postWindowCreate() {
        IEclipseContext context = getWindowConfigurer().getWindow().getService(IEclipseContext.class);
        context.set(NoticeTrim.Remarks.class, new NoticeTrim.Remarks(remarks));
        NoticeTrim.addTo(getWindowConfigurer().getWindow().getService(MWindow.class),
                context.get(EModelService.class));
    }

    @Override
    public void postWindowOpen() {
        getWindowConfigurer().setTitle(title());
        new PerspectiveKeys(getWindowConfigurer().getWindow(),
                new OfferedPerspectives(branch.profile().features())).install();
        IEclipseContext context = getWindowConfigurer().getWindow().getService(IEclipseContext.class);
        bars.watch(getWindowConfigurer().getWindow().getShell(), context.get(QueueView.class));
        if (arguments.welcome() && arguments.screenshots().isEmpty()) {
            getWindowConfigurer().getWindow().getShell().getDisplay().asyncExec(() -> Welcome
                    .showOnce(getWindowConfigurer().getWindow().getShell(), branch));
        }
    }

    private String title() {
        return texts.get(branch.profile().practice() ? "title.practice" : "title", branch.profile().name());
    }
}
