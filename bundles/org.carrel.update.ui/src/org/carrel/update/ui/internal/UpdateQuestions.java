/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import org.carrel.model.Texts;
import org.carrel.update.Release;
import org.carrel.update.UpdateAnswer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * What is asked when somebody has pressed a button of the strip, at once: only what people open themselves stands
 * between them and their scans. UI thread only.
 */
final class UpdateQuestions {

    private static final Texts TEXTS = Texts.of(UpdateQuestions.class);
    private static final double MEGABYTE = 1_000_000;

    private final IWorkbenchWindow window;
    private final UpdateControl control;

    UpdateQuestions(IWorkbenchWindow window, UpdateControl control) {
        this.window = window;
        this.control = control;
    }

    /** Asks about what {@code notice} offers, and does it. */
    void goOn(Notice notice) {
        switch (notice) {
            case Notice.Offer(UpdateAnswer.Newer newer) -> install(newer);
            case Notice.Installed installed -> restart(installed.now());
            case Notice.WayBack(Release now, Release before) -> goBack(now, before);
            case Notice.Told told -> control.putAway();
        }
    }

    private void install(UpdateAnswer.Newer newer) {
        if (ask(TEXTS.get("install.title"),
                TEXTS.get("install.question", newer.newer().name(), newer.newer().version(), newer.now().version(),
                        newer.bytes() / MEGABYTE),
                TEXTS.get("install.now"), TEXTS.get("install.later"))) {
            control.install();
        }
    }

    private void restart(Release now) {
        if (ask(TEXTS.get("done.title"), TEXTS.get("done.question", now.name(), now.version()),
                TEXTS.get("done.restart"), TEXTS.get("done.later"))) {
            window.getWorkbench().restart();
        }
    }

    private void goBack(Release now, Release before) {
        if (ask(TEXTS.get("back.title"), TEXTS.get("back.question", before.version(), now.version()),
                TEXTS.get("back.now"), TEXTS.get("back.cancel"))) {
            control.rollBack();
        }
    }

    private boolean ask(String title, String question, String yes, String no) {
        return new MessageDialog(window.getShell(), title, null, question.replace("&", "&&"), MessageDialog.QUESTION, 1,
                yes, no).open() == 0;
    }
}
