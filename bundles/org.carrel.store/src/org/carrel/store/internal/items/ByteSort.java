/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

/**
 * Sorts numbers of items by bytes that belong to each. The first eight bytes that are not the same for all travel
 * with the number, so that the bytes themselves are looked at only to tell the last few apart. Stable: equal ones
 * stay in the order of their numbers. One thread.
 */
final class ByteSort {

    private final Mapped from;
    private final Pieces pieces;
    private final long[] prefixes;
    private final int[] numbers;
    private final long[] otherPrefixes;
    private final int[] otherNumbers;
    private int shared;

    /** Where the bytes of an item are. */
    interface Pieces {

        long at(int number);

        int length(int number);
    }

    /** @param most how many numbers are sorted at once, at most */
    ByteSort(Mapped from, Pieces pieces, int most) {
        this.from = from;
        this.pieces = pieces;
        this.prefixes = new long[most];
        this.numbers = new int[most];
        this.otherPrefixes = new long[most];
        this.otherNumbers = new int[most];
    }

    /** Sorts {@code order} from {@code start} to {@code end}, where the numbers ascend. */
    void sort(int[] order, int start, int end) {
        int count = end - start;
        if (count < 2) {
            return;
        }
        shared = shared(order, start, end);
        for (int i = 0; i < count; i++) {
            numbers[i] = order[start + i];
            prefixes[i] = prefix(numbers[i]);
        }
        boolean inOther = mergeAll(count);
        System.arraycopy(inOther ? otherNumbers : numbers, 0, order, start, count);
    }

    /** How many bytes at the beginning are the same for all. */
    private int shared(int[] order, int start, int end) {
        long at = pieces.at(order[start]);
        int common = pieces.length(order[start]);
        for (int i = start + 1; i < end && common > 0; i++) {
            long other = pieces.at(order[i]);
            common = Math.min(common, pieces.length(order[i]));
            int same = 0;
            while (same < common && from.getByte(at + same) == from.getByte(other + same)) {
                same++;
            }
            common = same;
        }
        return common;
    }

    private long prefix(int number) {
        long at = pieces.at(number);
        int length = pieces.length(number);
        long prefix = 0;
        for (int i = shared; i < shared + Long.BYTES; i++) {
            prefix = prefix << Byte.SIZE | (i < length ? from.getByte(at + i) & 0xFF : 0);
        }
        return prefix;
    }

    /** @return whether the result is in the other arrays */
    private boolean mergeAll(int count) {
        boolean inOther = false;
        for (long width = 1; width < count; width *= 2) {
            for (long left = 0; left < count; left += 2 * width) {
                int middle = (int) Math.min(left + width, count);
                int right = (int) Math.min(left + 2 * width, count);
                if (inOther) {
                    merge(otherPrefixes, otherNumbers, prefixes, numbers, (int) left, middle, right);
                } else {
                    merge(prefixes, numbers, otherPrefixes, otherNumbers, (int) left, middle, right);
                }
            }
            inOther = !inOther;
        }
        return inOther;
    }

    private void merge(long[] keys, int[] values, long[] toKeys, int[] toValues, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int to = start; to < end; to++) {
            boolean takeLeft = right >= end
                    || left < middle && compare(keys[left], values[left], keys[right], values[right]) <= 0;
            int taken = takeLeft ? left++ : right++;
            toKeys[to] = keys[taken];
            toValues[to] = values[taken];
        }
    }

    private int compare(long prefix, int number, long otherPrefix, int other) {
        int difference = Long.compareUnsigned(prefix, otherPrefix);
        return difference != 0 ? difference
                : from.compare(pieces.at(number), pieces.length(number), pieces.at(other), pieces.length(other));
    }
}
