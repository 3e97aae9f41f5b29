/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.port.PracticeSystem;
import org.carrel.ui.OneLineDialog;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;

/** The practice menu: the practice system goes up and down, and misbehaves on demand. */
public final class PracticeHandlers {

    private PracticeHandlers() {}

    /** Something to do with the practice system, away from the UI thread. */
    private abstract static class PracticeHandler extends AbstractHandler {

        final Texts texts = Texts.of(PracticeHandlers.class);

        abstract void act(PracticeSystem system) throws IOException;

        @Override
        public Object execute(ExecutionEvent event) {
            IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
            PracticeSystem system = window == null ? null
                    : window.getService(IEclipseContext.class).get(PracticeSystem.class);
            if (system == null) {
                say(Status.warning(texts.get("practice.none")));
            } else {
                run(event, system);
            }
            return null;
        }

        void run(ExecutionEvent event, PracticeSystem system) {
            Job job = Job.create(texts.get("practice.job"), (ICoreRunnable) monitor -> {
                try {
                    act(system);
                } catch (IOException | IllegalArgumentException e) {
                    say(Status.warning(e.getMessage(), e));
                }
            });
            job.schedule();
        }

        static void say(IStatus status) {
            StatusManager.getManager().handle(status, StatusManager.LOG | StatusManager.SHOW);
        }
    }

    /** The library system comes back. */
    public static final class Up extends PracticeHandler {
        @Override
        void act(PracticeSystem system) throws IOException {
            system.bringUp();
        }
    }

    /** The library system goes away. */
    public static final class Down extends PracticeHandler {
        @Override
        void act(PracticeSystem system) {
            system.takeDown();
        }
    }

    /** One of the faults of the menu, or none. */
    public static final class Misbehave extends PracticeHandler {

        /** The names are the values of the command's parameter; the scripts are the practice server's. */
        private static final Map<String, String> SCRIPTS = Map.of("well", "", "slow", "latency 5s", "busy", "503",
                "lost", "drop-after", "refused", "401", "garbled", "malformed");

        private String script = "";

        @Override
        void run(ExecutionEvent event, PracticeSystem system) {
            String fault = event.getParameter("org.carrel.app.practice.fault");
            if (fault == null || !SCRIPTS.containsKey(fault)) {
                Optional<String> typed = new OneLineDialog(HandlerUtil.getActiveShell(event),
                        texts.get("practice.fault.title"), texts.get("practice.fault.message"), script, null).ask();
                if (typed.isEmpty()) {
                    return;
                }
                script = typed.get();
            } else {
                script = SCRIPTS.get(fault);
            }
            super.run(event, system);
        }

        @Override
        void act(PracticeSystem system) {
            system.misbehave(script);
        }
    }
}
