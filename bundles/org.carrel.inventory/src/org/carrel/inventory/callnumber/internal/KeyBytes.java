/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.Arrays;

import org.carrel.inventory.callnumber.ShelfKey;

/**
 * Bytes of a key as it is being made. Not for use by several threads.
 *
 * <p>
 * What may follow a part of a key decides the order, so each kind of byte has its range: nothing at all is before
 * {@link #END} of a part, that is before an attached {@link #WORK_MARK}, then come whole numbers, digits of a fraction,
 * and letters.
 */
final class KeyBytes {

    /** Ends letters and fractions when something follows. */
    static final int END = 0x01;
    /** A letter attached to a fraction, as in {@code K240b}: after {@code K240 1900}, before {@code K2401}. */
    static final int WORK_MARK = 0x02;
    /** A number of one digit; those of more digits follow, so that shorter numbers are before longer ones. */
    static final int NUMBER = 0x10;
    /** The longest number that the lead byte tells the length of. */
    static final int LONGEST = 0x1F;

    private static final int FIRST_ROOM = 48;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int length;

    KeyBytes put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    /** A whole number by its value: its length, then its digits, two in a byte. */
    KeyBytes number(char[] text, int from, int to) {
        return number(text, from, to, NUMBER);
    }

    /** As {@link #number(char[], int, int)}, with other lead bytes. */
    KeyBytes number(char[] text, int from, int to, int lead) {
        int first = from;
        while (first < to - 1 && text[first] == '0') {
            first++;
        }
        int digits = to - first;
        if (digits <= LONGEST) {
            put(lead + digits - 1);
        } else {
            put(lead + LONGEST).put(digits >>> 16).put(digits >>> 8).put(digits);
        }
        int at = first;
        if ((digits & 1) == 1) {
            put(text[at++] - '0');
        }
        while (at < to) {
            put((text[at] - '0') << 4 | (text[at + 1] - '0'));
            at += 2;
        }
        return this;
    }

    /** Digits behind a decimal point. */
    KeyBytes fraction(char[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            put(text[at]);
        }
        return this;
    }

    /** Letters in capitals; apostrophes among them do not count. */
    KeyBytes letters(char[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            char letter = text[at];
            if (letter >= 0x80) {
                // Of the same length for all, so that the order is that of the characters.
                put(0xE0 | letter >>> 12).put(0x80 | letter >>> 6 & 0x3F).put(0x80 | letter & 0x3F);
            } else if (letter != '\'') {
                put(letter);
            }
        }
        return this;
    }

    /** A word of ASCII capitals. */
    KeyBytes word(String word) {
        for (int at = 0; at < word.length(); at++) {
            put(word.charAt(at));
        }
        return this;
    }

    /** All bytes of {@code key}. */
    KeyBytes put(ShelfKey key) {
        int end = length + key.length();
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * end);
        }
        key.copyTo(bytes, length);
        length = end;
        return this;
    }

    int length() {
        return length;
    }

    /** Forgets all but the first {@code kept} bytes. */
    void cut(int kept) {
        length = kept;
    }

    ShelfKey toKey() {
        return ShelfKey.of(bytes, 0, length);
    }
}
