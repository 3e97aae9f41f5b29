/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.shelf.internal;

import org.carrel.inventory.callnumber.ShelfKey;

/** A longest subsequence that never descends, by patience sorting. */
public final class LongestInOrder {

    private LongestInOrder() {}

    /** The places of its books, ascending. */
    public static int[] of(ShelfKey[] row) {
        // Of all sequences of one length found so far, the place of the smallest last book.
        int[] last = new int[row.length];
        int[] former = new int[row.length];
        int length = 0;
        for (int place = 0; place < row.length; place++) {
            int before = notBehind(row, last, length, row[place]);
            former[place] = before == 0 ? -1 : last[before - 1];
            last[before] = place;
            length = Math.max(length, before + 1);
        }
        int[] kept = new int[length];
        for (int i = length - 1, place = length == 0 ? -1 : last[length - 1]; i >= 0; i--) {
            kept[i] = place;
            place = former[place];
        }
        return kept;
    }

    /**
     * How many of the sequences end with a book that is not behind {@code key}. Looks from the end in growing steps,
     * for most books of a shelf belong near where they are.
     */
    private static int notBehind(ShelfKey[] row, int[] last, int length, ShelfKey key) {
        int high = length;
        int step = 1;
        while (high > 0 && row[last[Math.max(0, high - step)]].compareTo(key) > 0) {
            high = Math.max(0, high - step);
            step *= 2;
        }
        int low = Math.max(0, high - step);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (row[last[middle]].compareTo(key) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
