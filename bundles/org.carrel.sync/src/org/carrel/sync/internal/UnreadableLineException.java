/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

/** A line of a file could not be understood; the message is a sentence without the patron's barcode. */
final class UnreadableLineException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableLineException(String sentence) {
        super(sentence, null, false, false);
    }
}
