/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

/** A place in a {@linkplain PlainText plain} text. Not for use by several threads. */
final class Reading {

    /** Behind the end of the text. */
    static final char NOTHING = '\0';

    private final String text;
    /** In capitals, as far as they are ASCII. */
    private final char[] chars;
    private final int end;
    private int at;

    Reading(String text) {
        this.text = text;
        this.chars = text.toCharArray();
        this.end = chars.length;
        for (int i = 0; i < end; i++) {
            char c = chars[i];
            if (c >= 'a' && c <= 'z') {
                chars[i] = (char) (c - 32);
            }
        }
    }

    /** As it is, not in capitals. */
    String text() {
        return text;
    }

    /** In capitals; not to be changed. */
    char[] chars() {
        return chars;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    boolean atEnd() {
        return at >= end;
    }

    char peek() {
        return charAt(at);
    }

    /** Upper case. */
    char charAt(int place) {
        return place < end ? chars[place] : NOTHING;
    }

    void skipBlanks() {
        while (at < end && chars[at] == ' ') {
            at++;
        }
    }

    /** Skips whatever is neither letter nor digit; whether a point was the last of it. */
    boolean skipToNext() {
        boolean point = false;
        for (; at < end; at++) {
            char c = chars[at];
            if (isLetter(c) || isDigit(c)) {
                break;
            }
            point = c == '.' || point && c == ' ';
        }
        return point;
    }

    /** Where the digits end that begin at {@code from}. */
    int digitsEnd(int from) {
        int to = from;
        while (to < end && isDigit(chars[to])) {
            to++;
        }
        return to;
    }

    /** Where the letters end that begin at {@code from}; an apostrophe between letters is one of them. */
    int lettersEnd(int from) {
        int to = from;
        for (; to < end; to++) {
            char c = chars[to];
            if (!isLetter(c) && (c != '\'' || to == from || !isLetter(charAt(to + 1)))) {
                break;
            }
        }
        return to;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a character of {@link #chars} is a letter. */
    static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 0x80;
    }
}
