/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.shelf;

import java.util.BitSet;
import java.util.List;

import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.inventory.shelf.internal.LongestInOrder;
import org.carrel.inventory.shelf.internal.LongestWithinReach;
import org.carrel.inventory.shelf.internal.Places;

/**
 * Whether a row of books, as it was read from left to right, is in shelf order, and which books to move when not:
 * <em>the smallest set</em> that leaves all others in order. One book that strayed is one misplaced book, wherever it
 * strayed to, and not also each of its neighbours. Books with equal keys are in order whichever comes first. When
 * several smallest sets exist, it is one of them, and always the same for the same row. Immutable.
 *
 * <p>
 * A wand for RFID tags reads books nearly in the order in which they stand. With a <em>reach</em> of {@code k}, two
 * books that were read at most {@code k} places apart are never held against each other: a set of books is in order
 * when no book in it was read more than {@code k} places before another one of it with a smaller key. So a book counts
 * as misplaced only for others that it can not have been swapped with by the wand. A reach of 0 is the plain order.
 *
 * <p>
 * Takes O(n log n) comparisons and, with a reach, O(n k log n) steps besides.
 */
public final class ShelfOrder {

    private final int size;
    private final BitSet misplaced;
    private final List<Misplaced> moves;

    private ShelfOrder(int size, BitSet misplaced, List<Misplaced> moves) {
        this.size = size;
        this.misplaced = misplaced;
        this.moves = moves;
    }

    /** The order of books that were read one by one. */
    public static ShelfOrder of(List<ShelfKey> keys) {
        return of(keys, 0);
    }

    /**
     * The order of books.
     *
     * @param keys  in the order in which the books were read
     * @param reach see above; not negative
     */
    public static ShelfOrder of(List<ShelfKey> keys, int reach) {
        if (reach < 0) {
            throw new IllegalArgumentException("a reach of " + reach);
        }
        ShelfKey[] row = keys.toArray(ShelfKey[]::new);
        // In shelf order, and as they were read when that is the same.
        int[] kept = reach == 0 ? LongestInOrder.of(row) : LongestWithinReach.of(row, reach);
        BitSet misplaced = new BitSet(row.length);
        misplaced.set(0, row.length);
        for (int place : kept) {
            misplaced.clear(place);
        }
        return new ShelfOrder(row.length, misplaced, Places.of(row, kept, misplaced));
    }

    /** How many books there are. */
    public int size() {
        return size;
    }

    /** Whether no book is misplaced. */
    public boolean isInOrder() {
        return misplaced.isEmpty();
    }

    /** Whether the book that was read at {@code place} is to be moved. */
    public boolean isMisplaced(int place) {
        return misplaced.get(place);
    }

    /** The books to move, in the order in which they were read. */
    public List<Misplaced> misplaced() {
        return moves;
    }
}
