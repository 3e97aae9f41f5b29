/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

/** What every barcode has in common, of whatever thing. */
public final class Barcodes {

    /** Longer than any barcode in use; anything beyond is noise or somebody leaning on the keyboard. */
    public static final int MAX_LENGTH = 100;

    private Barcodes() {}

    /** Whether {@code text} could be a barcode: not blank, not too long, without control characters. Null is not. */
    public static boolean isSound(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return false;
        }
        // A loop, as every scan asks this more than once, and a million scans are read in a second.
        boolean blank = true;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (isControl(codePoint)) {
                return false;
            }
            blank = blank && isBlank(codePoint);
            at += Character.charCount(codePoint);
        }
        return !blank;
    }

    static String requireSound(String text) {
        if (!isSound(text)) {
            throw new IllegalArgumentException("not a barcode: blank, too long or with control characters");
        }
        return text;
    }

    /** Blanks of every kind, the non-breaking ones too. */
    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Control and format characters, lone surrogates and line separators: never printed on a label. */
    private static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
