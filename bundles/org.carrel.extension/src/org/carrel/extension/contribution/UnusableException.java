/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.contribution;

/** Something that a bundle contributes cannot be used. The message is a sentence: why, and what to do. */
public final class UnusableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public UnusableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
