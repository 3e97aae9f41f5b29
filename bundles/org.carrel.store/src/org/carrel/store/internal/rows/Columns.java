/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.rows;

/** Makes words from outside fit their columns: what a server says has no bounds, a column has. */
public final class Columns {

    private Columns() {}

    /** {@code text}, or its beginning and an ellipsis when it is longer than {@code length}. */
    public static String fit(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "\u2026";
    }
}
