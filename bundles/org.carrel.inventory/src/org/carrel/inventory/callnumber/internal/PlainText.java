/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One spelling for what Unicode can write in several ways: full-width and other digits, letters with and without their
 * marks, blanks that do not break, primes and dashes, characters that nobody sees. Call numbers are nearly always plain
 * ASCII; those are not copied.
 */
final class PlainText {

    private PlainText() {}

    /** {@code text} with ASCII punctuation and digits only; letters of other alphabets are upper case. */
    static String of(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 0x7F || c < ' ') {
                return plain(text);
            }
        }
        return text;
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(apart.length());
        apart.codePoints().forEach(point -> put(plain, point));
        return plain.toString();
    }

    private static void put(StringBuilder plain, int point) {
        if (point >= ' ' && point < 0x7F) {
            plain.append((char) point);
            return;
        }
        switch (point) {
            case 'Æ' -> plain.append("AE");
            case 'Œ' -> plain.append("OE");
            case 'Ø' -> plain.append('O');
            case 'Ł' -> plain.append('L');
            case 'Đ', 'Ð' -> plain.append('D');
            case 'Þ' -> plain.append("TH");
            case 'ʹ', 'ʺ', 'ʻ', 'ʼ', '‘', '’', '′', '´' -> plain.append('\'');
            case '⁄', '∕' -> plain.append('/');
            default -> putOther(plain, point);
        }
    }

    private static void putOther(StringBuilder plain, int point) {
        switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                // A mark on a letter, or a character that nobody sees.
            }
            case Character.DECIMAL_DIGIT_NUMBER -> plain.append((char) ('0' + Character.digit(point, 10)));
            case Character.DASH_PUNCTUATION -> plain.append('-');
            default -> {
                if (Character.isLetter(point)) {
                    plain.appendCodePoint(point);
                } else {
                    plain.append(' ');
                }
            }
        }
    }
}
