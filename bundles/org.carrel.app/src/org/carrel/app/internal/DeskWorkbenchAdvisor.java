/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.time.Clock;
import java.util.Optional;

import org.carrel.extension.Extensions;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.IWorkbenchPreferenceConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The workbench of one branch: restores its window, and opens on the desk. */
final class DeskWorkbenchAdvisor extends WorkbenchAdvisor {

    private final DeskOpening.Result.Ready desk;
    private final Optional<Extensions> extensions;
    private final StartArguments arguments;
    private final OfferedPerspectives offered;
    private final NextStart next = new NextStart();
    private final QuietStart quiet;
    private boolean picturesTaken;

    DeskWorkbenchAdvisor(DeskOpening.Result.Ready desk, Optional<Extensions> extensions, StartArguments arguments) {
        this.desk = desk;
        this.extensions = extensions;
        this.arguments = arguments;
        offered = new OfferedPerspectives(desk.branch().profile().features());
        picturesTaken = arguments.screenshots().isEmpty();
        quiet = QuietStart.begin(Job.getJobManager());
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(arguments.screenshots().isEmpty());
        var preferences = PlatformUI.getPreferenceStore();
        preferences.setDefault(IWorkbenchPreferenceConstants.SHOW_PROGRESS_ON_STARTUP, false);
        preferences.setDefault(IWorkbenchPreferenceConstants.SHOW_TEXT_ON_PERSPECTIVE_BAR, true);
        preferences.setDefault(IWorkbenchPreferenceConstants.PERSPECTIVE_BAR_EXTRAS,
                String.join(",", offered.ids()));
        preferences.setDefault(IWorkbenchPreferenceConstants.SHOW_OPEN_ON_PERSPECTIVE_BAR, false);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new DeskWindowAdvisor(configurer, desk, arguments);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return offered.first();
    }

    @Override
    public void postStartup() {
        quiet.endWhenIdle(PlatformUI.getWorkbench().getDisplay());
        IEclipseContext context = PlatformUI.getWorkbench().getService(IEclipseContext.class);
        context.set(NextStart.class, next);
        extensions.ifPresent(added -> {
            context.set(Extensions.class, added);
            // The window is there: whatever happens from now on, no extension has kept it from opening.
            Job.createSystem("extensions", (ICoreRunnable) monitor -> added.cameUp()).schedule();
            new ExtensionViews(PlatformUI.getWorkbench(), Platform.getExtensionRegistry()).follow();
        });
        new DarkGround(PlatformUI.getWorkbench().getDisplay()).follow(context);
        desk.sealed().ifPresent(branch -> {
            DeskLock lock = new DeskLock(PlatformUI.getWorkbench(), branch);
            context.set(DeskLock.class, lock);
            lock.watch(Clock.systemUTC());
        });
        arguments.screenshots().ifPresent(folder -> new ScreenshotRun(PlatformUI.getWorkbench(), folder)
                .start(() -> picturesTaken = true));
    }

    /** What the person wants after this. */
    NextStart next() {
        return next;
    }

    /** Whether all pictures that were asked for are there. */
    boolean picturesTaken() {
        return picturesTaken;
    }
}
