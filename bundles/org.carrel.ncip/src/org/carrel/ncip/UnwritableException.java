/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

/** A message that NCIP cannot say: its text holds a character that XML forbids, or a date beyond the year 9999. */
public final class UnwritableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param sentence what cannot be written and what to do; without patron data */
    public UnwritableException(String sentence) {
        super(sentence);
    }
}
