/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import org.carrel.update.UpdateAnswer;

/** An update cannot go on, and why. */
final class UpdateFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient UpdateAnswer answer;

    private UpdateFault(UpdateAnswer answer, String message, Throwable cause) {
        super(message, cause);
        this.answer = answer;
    }

    static UpdateFault refused(String sentence) {
        return refused(sentence, null);
    }

    static UpdateFault refused(String sentence, Throwable cause) {
        return new UpdateFault(new UpdateAnswer.Refused(sentence), sentence, cause);
    }

    static UpdateFault away(String sentence, Throwable cause) {
        return new UpdateFault(new UpdateAnswer.Away(sentence), sentence, cause);
    }

    static UpdateFault cancelled() {
        return new UpdateFault(new UpdateAnswer.Cancelled(), "cancelled", null);
    }

    UpdateAnswer answer() {
        return answer;
    }
}
