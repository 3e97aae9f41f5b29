/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;

/**
 * All items of one item file, as they were on its day. Never changes and is safe for use by any number of threads; it
 * can be read for as long as somebody holds it, also after a newer one took its place. A look-up takes microseconds,
 * but may wait for the disk: not for the UI thread.
 *
 * <p>
 * Items have <em>numbers</em>, from 0, in the order of the file, and <em>places</em>, from 0, in shelf order: by
 * holding branch, then shelving location, then shelf key, then number. Both mean nothing in another snapshot. A
 * number or place that does not exist throws {@link IndexOutOfBoundsException}.
 */
public interface ItemSnapshot {

    /**
     * Where a snapshot is from.
     *
     * @param id         no two snapshots have the same
     * @param name       of the file it was read from
     * @param asOf       the day the file tells of: to be on every screen and report
     * @param importedAt when it was read
     * @param items      how many items it has
     * @param badRows    how many rows of the file are in its list of bad rows
     * @param keys       which rules made the shelf keys; see {@link ItemSnapshots.ShelfKeys#version()}
     */
    record Description(String id, String name, LocalDate asOf, Instant importedAt, int items, long badRows,
            String keys) {}

    /** What it is: where from, how old, how large. */
    Description description();

    /** How many items there are. */
    default int size() {
        return description().items();
    }

    /** The item with that number. */
    ItemRecord item(int number);

    /** The numbers of the items with that barcode, in the order of the file; empty when there is none. */
    int[] numbersOf(ItemBarcode barcode);

    /** The items with that barcode, in the order of the file; empty when there is none. */
    default List<ItemRecord> find(ItemBarcode barcode) {
        int[] numbers = numbersOf(barcode);
        return Arrays.stream(numbers).mapToObj(this::item).toList();
    }

    /** The line of the file, from 1, that the item with that number is from. */
    long lineOf(int number);

    /** The shelf key of the item with that number. */
    byte[] shelfKey(int number);

    /** The number of the item that has that place in shelf order. */
    int atPlace(int place);

    /** The place in shelf order of the item with that number. */
    int placeOf(int number);

    /**
     * The places of a shelving location; empty when it has no items.
     *
     * @param branch   the holding branch
     * @param location see {@link ItemGroup#location()}
     */
    Places places(String branch, String location);

    /**
     * A row of places.
     *
     * @param from the first
     * @param to   the one behind the last
     */
    record Places(int from, int to) {

        /** No place at all. */
        public static final Places NONE = new Places(0, 0);

        public Places {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }

        /** How many places these are. */
        public int size() {
            return to - from;
        }
    }

    /**
     * The first of {@code within} whose shelf key is not before {@code key}; {@code within.to()} when all are before.
     * The places must be of one shelving location.
     */
    int firstNotBefore(byte[] key, Places within);

    /** Every group that has items, with how many: what the preview of a scope is counted from. In no special order. */
    Map<ItemGroup, Integer> groups();

    /** The group of the item with that number: quicker than the whole item, and the same object for the same group. */
    ItemGroup groupOf(int number);

    /** The items of {@code places} in shelf order. */
    default Stream<ItemRecord> inShelfOrder(Places places) {
        return IntStream.range(places.from(), places.to()).mapToObj(place -> item(atPlace(place)));
    }

    /** All items in shelf order. */
    default Stream<ItemRecord> inShelfOrder() {
        return inShelfOrder(new Places(0, size()));
    }
}
