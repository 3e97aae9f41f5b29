/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.function.Consumer;

import org.carrel.model.Texts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** From a branch to practice mode and back. */
public final class VisitHandlers {

    private VisitHandlers() {}

    private abstract static class Leave extends AbstractHandler {

        final Texts texts = Texts.of(VisitHandlers.class);

        /** Closes the window, unless somebody objects: then nothing has happened. */
        final void leave(ExecutionEvent event, Consumer<NextStart> whereTo) throws ExecutionException {
            IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
            NextStart next = window.getService(IEclipseContext.class).get(NextStart.class);
            whereTo.accept(next);
            if (!window.getWorkbench().close()) {
                next.nothing();
            }
        }
    }

    /** Closes the branch, and opens practice mode. */
    public static final class Go extends Leave {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            boolean sealed = Boolean.getBoolean(WorkbenchApplication.SEALED);
            int answer = MessageDialog.open(MessageDialog.QUESTION, HandlerUtil.getActiveShellChecked(event),
                    texts.get("visit.title"), texts.get("visit.question") + (sealed ? " " + texts.get("visit.sealed")
                            : ""),
                    0, texts.get("visit.go"), texts.get("visit.stay"));
            if (answer == 0) {
                leave(event, NextStart::practice);
            }
            return null;
        }

        @Override
        public boolean isEnabled() {
            return !Boolean.getBoolean(WorkbenchApplication.PRACTICE);
        }
    }

    /** Closes practice mode, and opens the branch again. */
    public static final class Back extends Leave {
        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            leave(event, NextStart::branch);
            return null;
        }

        @Override
        public boolean isEnabled() {
            return Boolean.getBoolean(WorkbenchApplication.VISIT);
        }
    }
}
