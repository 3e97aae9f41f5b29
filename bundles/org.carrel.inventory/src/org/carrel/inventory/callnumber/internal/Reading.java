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
    private final int end;
    private int at;

    Reading(String text) {
        this.text = text;
        this.end = text.length();
    }

    String text() {
        return text;
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
        if (place >= end) {
            return NOTHING;
        }
        char c = text.charAt(place);
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    void skipBlanks() {
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
    }

    /** Skips whatever is neither letter nor digit; whether a point was the last of it. */
    boolean skipToNext() {
        boolean point = false;
        for (; at < end; at++) {
            char c = text.charAt(at);
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
        while (to < end && isDigit(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /** Where the letters end that begin at {@code from}; an apostrophe between letters is one of them. */
    int lettersEnd(int from) {
        int to = from;
        for (; to < end; to++) {
            char c = text.charAt(to);
            if (!isLetter(c) && (c != '\'' || to == from || !isLetter(charAt(to + 1)))) {
                break;
            }
        }
        return to;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0x80;
    }
}
