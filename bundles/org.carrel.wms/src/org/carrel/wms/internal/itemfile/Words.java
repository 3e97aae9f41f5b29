/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keeps one text for each of the words that come again and again in a column, so that they are decoded once. Bounded:
 * when it is full, or when a word is long, a word is decoded each time. One thread.
 */
final class Words {

    private static final int PLACES = 1 << 13;
    private static final int MOST = PLACES / 2;
    private static final int LONGEST = 60;

    private final byte[][] keys = new byte[PLACES][];
    private final String[] texts = new String[PLACES];
    private int size;

    /** The text of {@code bytes} from {@code start} to {@code end}, without blanks around it. */
    String text(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return decode(bytes, start, end);
        }
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        for (; keys[place] != null; place = place + 1 & PLACES - 1) {
            if (isSame(keys[place], bytes, start, length)) {
                return texts[place];
            }
        }
        String text = decode(bytes, start, end);
        if (size < MOST) {
            keys[place] = Arrays.copyOfRange(bytes, start, end);
            texts[place] = text;
            size++;
        }
        return text;
    }

    private static String decode(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8).strip();
    }

    private static boolean isSame(byte[] key, byte[] bytes, int start, int length) {
        return Arrays.equals(key, 0, key.length, bytes, start, start + length);
    }
}
