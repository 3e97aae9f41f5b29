/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.shelf.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.inventory.shelf.Misplaced;

/** Where misplaced books belong. */
public final class Places {

    private Places() {}

    /** @param kept the places of the books that stay, in shelf order */
    public static List<Misplaced> of(ShelfKey[] row, int[] kept, BitSet misplaced) {
        List<Misplaced> moves = new ArrayList<>(misplaced.cardinality());
        for (int place = misplaced.nextSetBit(0); place >= 0; place = misplaced.nextSetBit(place + 1)) {
            int next = behind(row, kept, row[place]);
            moves.add(new Misplaced(place, next == 0 ? OptionalInt.empty() : OptionalInt.of(kept[next - 1]),
                    next == kept.length ? OptionalInt.empty() : OptionalInt.of(kept[next])));
        }
        return List.copyOf(moves);
    }

    /** The first of {@code kept} that is behind {@code key}. */
    private static int behind(ShelfKey[] row, int[] kept, ShelfKey key) {
        int low = 0;
        int high = kept.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (row[kept[middle]].compareTo(key) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
