/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.util.Arrays;

/**
 * The sequences of a table's rows, from the top. When sorted, a sequence is found by halving; otherwise by looking at
 * all. Grows at the end of its array that new rows go to, so that one row more costs nothing however many there are.
 * Confined to one thread.
 */
final class SequenceList {

    static final SequenceList EMPTY = new SequenceList(new long[0], 0, true, true);

    private static final int MARGIN = 1_024;

    /** What came of adding one. */
    record Change(SequenceList list, int row) {}

    /** When sorted, ascending whatever the order on screen. */
    private final long[] values;
    private final int size;
    private final boolean sorted;
    private final boolean descending;

    private SequenceList(long[] values, int size, boolean sorted, boolean descending) {
        this.values = values;
        this.size = size;
        this.sorted = sorted;
        this.descending = descending;
    }

    /** @param index from the top; not touched afterwards */
    static SequenceList of(long[] index, boolean sorted, boolean descending) {
        long[] values = index;
        if (sorted) {
            values = index.clone();
            Arrays.sort(values);
        }
        return new SequenceList(values, values.length, sorted, descending);
    }

    int size() {
        return size;
    }

    long get(int row) {
        return values[place(row)];
    }

    int indexOf(long sequence) {
        if (sorted) {
            int found = Arrays.binarySearch(values, 0, size, sequence);
            return found < 0 ? -1 : place(found);
        }
        for (int row = 0; row < size; row++) {
            if (values[row] == sequence) {
                return row;
            }
        }
        return -1;
    }

    /**
     * With one more, in its place. Only for a sorted list that does not hold it. The old list must not be used again.
     */
    Change with(long sequence) {
        int found = Arrays.binarySearch(values, 0, size, sequence);
        if (!sorted || found >= 0) {
            throw new IllegalStateException("not sorted, or there already");
        }
        int at = -found - 1;
        long[] grown = size < values.length ? values : Arrays.copyOf(values, size + MARGIN + size / 8);
        System.arraycopy(grown, at, grown, at + 1, size - at);
        grown[at] = sequence;
        SequenceList list = new SequenceList(grown, size + 1, true, descending);
        return new Change(list, list.place(at));
    }

    /** Without the one at {@code row}. The old list must not be used again. */
    SequenceList without(int row) {
        int at = place(row);
        System.arraycopy(values, at + 1, values, at, size - at - 1);
        return new SequenceList(values, size - 1, sorted, descending);
    }

    /** From a row to its place in the array and back: the same arithmetic both ways. */
    private int place(int row) {
        return sorted && descending ? size - 1 - row : row;
    }
}
