/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.carrel.model.Texts;
import org.carrel.ui.Failures;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** Fetches item files when the branch's profile says so, for as long as the window is open. */
public final class FetchOnSchedule implements IStartup {

    private static final Texts TEXTS = Texts.of(FetchOnSchedule.class);
    private static final long LOOK_MILLIS = TimeUnit.MINUTES.toMillis(1);

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        ItemFileWork work = workbench.getDisplay()
                .syncCall(() -> workbench.getService(IEclipseContext.class).get(ItemFileWork.class));
        new Look(Objects.requireNonNull(work, "the item file")).schedule(LOOK_MILLIS);
    }

    /** Looks once a minute whether one is due: clocks are set, and workstations sleep. */
    private static final class Look extends Job {

        private final ItemFileWork work;

        Look(ItemFileWork work) {
            super(TEXTS.get("items.job"));
            this.work = work;
            setSystem(true);
            setPriority(DECORATE);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                work.fetchIfDue();
            } catch (RuntimeException e) {
                Failures.log(FetchOnSchedule.class, e);
            }
            if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()) {
                schedule(LOOK_MILLIS);
            }
            return Status.OK_STATUS;
        }
    }
}
