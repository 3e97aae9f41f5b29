/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import org.carrel.model.Texts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
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
        UploadControl.Answer answer = control.begin(() -> new SecretDialog(window.getShell()).ask(),
                progress -> new UploadJob(control, progress).schedule());
        if (answer == UploadControl.Answer.BUSY) {
            MessageDialog.openInformation(window.getShell(), TEXTS.get("upload.job"), TEXTS.get("upload.busy"));
        }
        return null;
    }
}
