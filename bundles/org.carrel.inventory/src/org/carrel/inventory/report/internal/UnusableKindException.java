/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

/** A contributed kind of report cannot be made. The message is a sentence: why, and what to do. */
final class UnusableKindException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnusableKindException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
