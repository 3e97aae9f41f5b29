/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Arrays;
import java.util.OptionalInt;

import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSnapshot;

/**
 * The items of a scope as a list in shelf order. Rows are numbered from 0. Takes four bytes a row, for there may be a
 * million; the items themselves stay in the snapshot. Immutable; a look-up may wait for the disk.
 */
final class ScopeRows {

    private final ItemSnapshot snapshot;
    /** Ascending, for shelf order is the order of the places. */
    private final int[] places;

    private ScopeRows(ItemSnapshot snapshot, int[] places) {
        this.snapshot = snapshot;
        this.places = places;
    }

    /** Looks at each item of the scope once. */
    static ScopeRows of(ScopedItems items) {
        ItemSnapshot snapshot = items.snapshot();
        Collected collected = new Collected();
        items.forEach(number -> collected.add(snapshot.placeOf(number)));
        return new ScopeRows(snapshot, collected.sorted());
    }

    int size() {
        return places.length;
    }

    /** The number of the item of that row. */
    int number(int row) {
        return snapshot.atPlace(places[row]);
    }

    ItemRecord item(int row) {
        return snapshot.item(number(row));
    }

    /** The row of the item with that number; empty when it is not in the scope. */
    OptionalInt rowOf(int number) {
        int found = Arrays.binarySearch(places, snapshot.placeOf(number));
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Numbers in one array that grows. */
    private static final class Collected {

        private static final int FIRST = 1024;

        private int[] values = new int[FIRST];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int[] sorted() {
            int[] all = Arrays.copyOf(values, size);
            Arrays.sort(all);
            return all;
        }
    }
}
