/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

/** Text without what XML, and so a workbook or a page, cannot hold. */
final class SoundText {

    private static final char REPLACEMENT = '\uFFFD';

    private SoundText() {}

    /** {@code text}, or the same with every impossible character replaced; as many characters as before. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSound(text, i)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private static String replaced(String text, int from) {
        char[] sound = text.toCharArray();
        for (int i = from; i < sound.length; i++) {
            if (!isSound(text, i)) {
                sound[i] = REPLACEMENT;
            }
        }
        return new String(sound);
    }

    private static boolean isSound(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ') {
            return c == '\n' || c == '\t';
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return (c < 0x7F || c > 0x9F) && c < 0xFFFE;
    }
}
