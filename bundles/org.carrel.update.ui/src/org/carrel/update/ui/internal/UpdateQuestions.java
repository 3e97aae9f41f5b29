/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import org.carrel.model.Texts;
import org.carrel.ui.UiThread;
import org.carrel.update.Release;
import org.carrel.update.UpdateAnswer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * What is asked and said about updates, in one window. What takes time is in a job; whoever scans meanwhile is asked
 * when it has come to an end. UI thread only.
 */
final class UpdateQuestions {

    private static final Texts TEXTS = Texts.of(UpdateQuestions.class);
    private static final double MEGABYTE = 1_000_000;

    private final IWorkbenchWindow window;
    private final UpdateControl control;
    private final UiThread ui;

    UpdateQuestions(IWorkbenchWindow window, UpdateControl control) {
        this.window = window;
        this.control = control;
        this.ui = UiThread.of(window.getShell());
    }

    /** Looks, and asks whether to install what is there. */
    void check() {
        if (!control.hasSource()) {
            say(TEXTS.get("check.noSite"));
            return;
        }
        control.look(answer -> ui.execute(() -> {
            if (answer instanceof UpdateAnswer.Newer newer) {
                ask(newer);
            } else {
                tell(answer);
            }
        }));
    }

    /** Asks about what is offered already. */
    void install() {
        control.offer().ifPresentOrElse(this::ask, this::check);
    }

    private void ask(UpdateAnswer.Newer newer) {
        boolean now = ask(TEXTS.get("install.title"),
                TEXTS.get("install.question", newer.newer().name(), newer.newer().version(), newer.now().version(),
                        newer.bytes() / MEGABYTE),
                TEXTS.get("install.now"), TEXTS.get("install.later"));
        if (now) {
            control.settle();
            control.install(answer -> ui.execute(() -> tell(answer)));
        }
    }

    /** Says what one would go back to, and asks. */
    void rollBack() {
        control.versions(versions -> ui.execute(() -> {
            if (versions.now().isEmpty()) {
                say(TEXTS.get("back.unknown"));
            } else if (versions.before().isEmpty()) {
                say(TEXTS.get("back.none", versions.now().get().version()));
            } else {
                askBack(versions.now().get(), versions.before().get());
            }
        }));
    }

    private void askBack(Release now, Release before) {
        if (ask(TEXTS.get("back.title"), TEXTS.get("back.question", before.version(), now.version()),
                TEXTS.get("back.now"), TEXTS.get("back.cancel"))) {
            control.rollBack(answer -> ui.execute(() -> tell(answer)));
        }
    }

    private void tell(UpdateAnswer answer) {
        switch (answer) {
            case UpdateAnswer.Done done -> {
                if (ask(TEXTS.get("done.title"), TEXTS.get("done.question", done.now().name(), done.now().version()),
                        TEXTS.get("done.restart"), TEXTS.get("done.later"))) {
                    window.getWorkbench().restart();
                }
            }
            case UpdateAnswer.Newer newer -> ask(newer);
            case UpdateAnswer.Nothing nothing -> say(
                    TEXTS.get("check.nothing", nothing.now().name(), nothing.now().version()));
            case UpdateAnswer.Cancelled cancelled -> say(TEXTS.get("check.cancelled"));
            case UpdateAnswer.Away away -> say(away.sentence());
            case UpdateAnswer.Refused refused -> MessageDialog.openWarning(shell(), TEXTS.get("check.title"),
                    refused.sentence().replace("&", "&&"));
        }
    }

    private boolean ask(String title, String question, String yes, String no) {
        return new MessageDialog(shell(), title, null, question.replace("&", "&&"), MessageDialog.QUESTION, 1, yes, no)
                .open() == 0;
    }

    private void say(String sentence) {
        MessageDialog.openInformation(shell(), TEXTS.get("check.title"), sentence.replace("&", "&&"));
    }

    private Shell shell() {
        return window.getShell();
    }
}
