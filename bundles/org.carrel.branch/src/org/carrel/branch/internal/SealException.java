/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import org.carrel.model.Texts;

/** Something about sealing cannot be done; the message is a sentence for the person at the desk. */
final class SealException extends Exception {

    private static final long serialVersionUID = 1L;

    private SealException(String sentence) {
        super(sentence);
    }

    static SealException because(String key, Object... arguments) {
        return new SealException(Texts.of(SealException.class).get(key, arguments));
    }
}
