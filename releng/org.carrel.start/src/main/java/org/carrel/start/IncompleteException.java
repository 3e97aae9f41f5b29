/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.start;

/** The program's folder lacks what it needs; the message is a sentence for the person at the desk. */
final class IncompleteException extends Exception {

    private static final long serialVersionUID = 1L;

    IncompleteException(String sentence) {
        super(sentence);
    }
}
