/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.branch.SealedBranch;
import org.carrel.model.Texts;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.ui.Background;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** What there is in the File menu of a branch with a password. */
public final class SealedHandlers {

    private SealedHandlers() {}

    private abstract static class SealedHandler extends AbstractHandler {

        abstract void act(IWorkbenchWindow window, IEclipseContext context);

        @Override
        public final Object execute(ExecutionEvent event) throws ExecutionException {
            IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
            act(window, window.getService(IEclipseContext.class));
            return null;
        }

        @Override
        public final boolean isEnabled() {
            return Boolean.getBoolean(WorkbenchApplication.SEALED);
        }
    }

    /** Hides the desk until somebody types the password. */
    public static final class Lock extends SealedHandler {
        @Override
        void act(IWorkbenchWindow window, IEclipseContext context) {
            Optional.ofNullable(context.get(DeskLock.class)).ifPresent(DeskLock::lock);
        }
    }

    /** Ends the program and starts another one, so that nothing of what this one knew is left in its memory. */
    public static final class SignOut extends SealedHandler {
        @Override
        void act(IWorkbenchWindow window, IEclipseContext context) {
            window.getWorkbench().restart();
        }
    }

    /** Another password, WSKey, or user to act as. */
    public static final class Keys extends SealedHandler {

        private static final Set<TransactionState> PENDING = Arrays.stream(TransactionState.values())
                .filter(TransactionState::isPending).collect(Collectors.toUnmodifiableSet());

        private final Texts texts = Texts.of(SealedHandlers.class);

        @Override
        void act(IWorkbenchWindow window, IEclipseContext context) {
            SealedBranch branch = context.get(SealedBranch.class);
            QueueView view = context.get(QueueView.class);
            if (branch != null && view != null) {
                Background.of(window.getShell(), texts.get("keys.progress")).compute(
                        () -> texts.get("keys.pending", view.count(QueueQuery.all().withStates(
                                PENDING))),
                        pending -> new WizardDialog(window.getShell(), new KeysWizard(branch, Optional.of(pending)))
                                .open());
            }
        }
    }
}
