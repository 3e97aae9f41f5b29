/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation;

/** Why the desk should look twice at a scan. */
public enum Caution {
    /** The same transaction on the same item was recorded less than a minute ago. */
    DUPLICATE_SCAN,
    /** The check digit does not fit: perhaps the scanner misread, perhaps the label is an odd one. */
    CHECK_DIGIT,
    /** A rule that the library has added finds the barcode odd. */
    LIBRARY_RULE
}
