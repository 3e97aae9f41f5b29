/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.Optional;
import java.util.function.Supplier;

import org.carrel.model.Texts;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * Whoever closes the program while scans still wait for a decision, or for a pencil, hears of it first: they are on no
 * disk. UI thread only.
 */
final class ExitQuestion implements IWorkbenchListener {

    private final Texts texts = Texts.of(DeskView.class);
    private final IWorkbenchWindow window;
    private final Supplier<Attention> attention;

    ExitQuestion(IWorkbenchWindow window, Supplier<Attention> attention) {
        this.window = window;
        this.attention = attention;
    }

    /** For as long as {@code owner} is there. */
    void follow(Control owner) {
        IWorkbench workbench = window.getWorkbench();
        workbench.addWorkbenchListener(this);
        owner.addDisposeListener(event -> workbench.removeWorkbenchListener(this));
    }

    @Override
    public boolean preShutdown(IWorkbench workbench, boolean forced) {
        Optional<String> open = new ExitWarning().about(attention.get());
        if (forced || open.isEmpty()) {
            return true;
        }
        return new MessageDialog(window.getShell(), texts.get("exit.title"), null, open.get(), MessageDialog.WARNING, 0,
                texts.get("exit.stay"), texts.get("exit.close")).open() == 1;
    }

    @Override
    public void postShutdown(IWorkbench workbench) {
        // The desk has been disposed of before.
    }
}
