/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

import org.carrel.model.Texts;
import org.carrel.model.port.PasswordCheck;
import org.carrel.ui.PasswordDialog;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Begins an upload, from wherever in the window the wish comes. */
public final class UploadHandler extends AbstractHandler {

    private static final Texts TEXTS = Texts.of(UploadHandler.class);

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        UploadControl control = window.getService(IEclipseContext.class).get(UploadControl.class);
        if (control == null) {
            MessageDialog.openInformation(window.getShell(), TEXTS.get("upload.job"), TEXTS.get("upload.noBranch"));
            return null;
        }
        UploadControl.Answer answer = control.begin(new InDialogs(window.getShell()),
                progress -> new UploadJob(control, progress).schedule());
        if (answer == UploadControl.Answer.BUSY) {
            MessageDialog.openInformation(window.getShell(), TEXTS.get("upload.job"), TEXTS.get("upload.busy"));
        }
        return null;
    }

    /** Asks in a window before the one of the desk. */
    private record InDialogs(Shell shell) implements UploadControl.Questions {

        @Override
        public Optional<char[]> secret() {
            return new SecretDialog(shell).ask();
        }

        @Override
        public boolean knowsPassword(Function<char[], PasswordCheck.Answer> check) {
            return new PasswordDialog(shell,
                    new PasswordDialog.Words(TEXTS.get("upload.password.title"), TEXTS.get("upload.password.message"),
                            TEXTS.get("upload.password.label"), TEXTS.get("secret.ok")),
                    check, Clock.systemUTC()).isPassed();
        }
    }
}
