/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.carrel.model.Texts;
import org.carrel.model.port.QueueUnavailableException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.statushandlers.StatusManager;

/** The one road of unexpected failures to the product's status handler, which logs and shows them. Any thread. */
public final class Failures {

    private Failures() {}

    /** Logs and shows {@code failure}; {@code where} is the class that noticed. */
    public static void report(Class<?> where, Throwable failure) {
        StatusManager.getManager().handle(status(where, failure), StatusManager.LOG | StatusManager.SHOW);
    }

    /** Logs {@code failure}; whoever calls this has shown it in another way. */
    public static void log(Class<?> where, Throwable failure) {
        StatusManager.getManager().handle(status(where, failure), StatusManager.LOG);
    }

    /** A status with a sentence for the person at the desk; the cause is for the log. */
    public static IStatus status(Class<?> where, Throwable failure) {
        String sentence = failure instanceof QueueUnavailableException ? failure.getMessage()
                : Texts.of(Failures.class).get("failures.unexpected");
        return new Status(IStatus.ERROR, where, sentence, failure);
    }
}
