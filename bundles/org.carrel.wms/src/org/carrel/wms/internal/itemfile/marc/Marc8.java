/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile.marc;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Decodes MARC-8 as far as libraries with Latin scripts use it: ASCII, extended Latin (ANSEL), superscripts, subscripts
 * and the three Greek symbols, by the code tables of the Library of Congress. Letters of other scripts are replaced by
 * U+FFFD, one for each byte. Diacritics stand before their letter in MARC-8 and behind it in Unicode. One thread.
 */
final class Marc8 {

    private static final char REPLACED = '\uFFFD';
    private static final int ESCAPE = 0x1B;

    /** From 0xA1. A blank is no letter. */
    private static final String LETTERS = "\u0141\u00D8\u0110\u00DE\u00C6\u0152\u02B9\u00B7\u266D\u00AE\u00B1\u01A0"
            + "\u01AF\u02BC \u02BB\u0142\u00F8\u0111\u00FE\u00E6\u0153\u02BA\u0131\u00A3\u00F0 \u01A1\u01B0  "
            + "\u00B0\u2113\u2117\u00A9\u266F\u00BF\u00A1\u00DF\u20AC";

    /** From 0xE0: what is put above, below or through the letter that follows. */
    private static final String DIACRITICS = "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030C\u030A\uFE20"
            + "\uFE21\u0315\u030B\u0310\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031C\u032E\uFE22\uFE23 "
            + " \u0313";

    private static final String SUPERSCRIPTS = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final char SUBSCRIPT_ZERO = '\u2080';

    /** What the codes below 0x80 and those above stand for, until the next escape sequence. */
    private enum Letters {
        ASCII, ANSEL, GREEK_SYMBOLS, SUBSCRIPT, SUPERSCRIPT, OTHER
    }

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder waiting = new StringBuilder();
    private Letters low;
    private Letters high;

    /** Decodes {@code bytes} from {@code start} to {@code end}; each field begins with Latin letters. */
    String decode(byte[] bytes, int start, int end) {
        text.setLength(0);
        waiting.setLength(0);
        low = Letters.ASCII;
        high = Letters.ANSEL;
        int at = start;
        while (at < end) {
            int code = bytes[at] & 0xFF;
            if (code == ESCAPE) {
                at = escape(bytes, at + 1, end);
            } else {
                letter(code);
                at++;
            }
        }
        text.append(waiting);
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private void letter(int code) {
        if (code >= 0xE0 && high == Letters.ANSEL) {
            char diacritic = of(DIACRITICS, code - 0xE0);
            if (diacritic == REPLACED) {
                put(REPLACED);
            } else {
                waiting.append(diacritic);
            }
        } else if (code >= 0x80) {
            boolean control = code < 0xA0;
            if (!control) {
                put(high == Letters.ANSEL ? of(LETTERS, code - 0xA1) : REPLACED);
            }
        } else {
            put(low(code));
        }
    }

    private char low(int code) {
        return switch (low) {
            case ASCII -> (char) code;
            case GREEK_SYMBOLS -> code >= 'a' && code <= 'c' ? (char) ('\u03B1' + code - 'a') : REPLACED;
            case SUPERSCRIPT -> code >= '0' && code <= '9' ? SUPERSCRIPTS.charAt(code - '0') : signs(code, '\u207A');
            case SUBSCRIPT -> code >= '0' && code <= '9' ? (char) (SUBSCRIPT_ZERO + code - '0')
                    : signs(code, '\u208A');
            // Blanks and signs are where they are in ASCII, but no letter is.
            case OTHER, ANSEL -> code <= ' ' ? (char) code : REPLACED;
        };
    }

    private static char signs(int code, char plus) {
        return switch (code) {
            case '+' -> plus;
            case '-' -> (char) (plus + 1);
            case '(' -> (char) (plus + 3);
            case ')' -> (char) (plus + 4);
            case ' ' -> ' ';
            default -> REPLACED;
        };
    }

    private void put(char letter) {
        text.append(letter).append(waiting);
        waiting.setLength(0);
    }

    private static char of(String table, int place) {
        return place >= 0 && place < table.length() && table.charAt(place) != ' ' ? table.charAt(place) : REPLACED;
    }

    /** Reads an escape sequence. @return where the text goes on */
    private int escape(byte[] bytes, int start, int end) {
        if (start >= end) {
            return end;
        }
        switch (bytes[start]) {
            case 's' -> low = Letters.ASCII;
            case 'g' -> low = Letters.GREEK_SYMBOLS;
            case 'b' -> low = Letters.SUBSCRIPT;
            case 'p' -> low = Letters.SUPERSCRIPT;
            case '(', ',' -> low = set(bytes, start + 1, end);
            case ')', '-' -> high = set(bytes, start + 1, end);
            case '$' -> {
                // Of several bytes a letter; with or without a sign in between.
                int at = start + 1 < end && ",)-".indexOf(bytes[start + 1]) >= 0 ? start + 2 : start + 1;
                if (at > start + 1 && bytes[start + 1] != ',') {
                    high = Letters.OTHER;
                } else {
                    low = Letters.OTHER;
                }
                return Math.min(at + 1, end);
            }
            default -> put(REPLACED);
        }
        boolean named = "(,)-".indexOf(bytes[start]) >= 0;
        int name = start + 1 < end && bytes[start + 1] == '!' ? 2 : 1;
        return Math.min(named ? start + 1 + name : start + 1, end);
    }

    private static Letters set(byte[] bytes, int at, int end) {
        byte[] name = Arrays.copyOfRange(bytes, at, Math.min(at + 2, end));
        if (name.length > 0 && name[0] == 'B') {
            return Letters.ASCII;
        }
        return name.length > 1 && name[0] == '!' && name[1] == 'E' ? Letters.ANSEL : Letters.OTHER;
    }
}
