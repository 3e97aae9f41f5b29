/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.shelf;

import java.util.ArrayList;
import java.util.List;

import org.carrel.inventory.callnumber.ShelfKey;

/**
 * The order of a shelf while it is being read: how many books are to be moved so far. One thread at a time; each book
 * takes O(log n) comparisons.
 */
public final class RunningOrder {

    /** Of all sequences of one length that never descend, the smallest last key. */
    private final List<ShelfKey> last = new ArrayList<>();
    private int size;

    /** Adds the next book; whether no more books are to be moved than without it. */
    public boolean add(ShelfKey key) {
        size++;
        int low = 0;
        int high = last.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (last.get(middle).compareTo(key) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low == last.size()) {
            last.add(key);
            return true;
        }
        last.set(low, key);
        return false;
    }

    /** How many books are to be moved: as many as {@link ShelfOrder} names. */
    public int misplaced() {
        return size - last.size();
    }

    /** Forgets all books. */
    public void clear() {
        last.clear();
        size = 0;
    }
}
