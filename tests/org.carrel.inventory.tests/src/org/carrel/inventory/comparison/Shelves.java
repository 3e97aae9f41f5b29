/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.internal.StandardCallNumbers;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.ItemSnapshot;

/** Items and reads for tests. Barcodes and call numbers are numbers where nothing else matters. */
final class Shelves {

    static final String BRANCH = "MAIN";
    static final CallNumbers NUMBERS = StandardCallNumbers.table();

    private final List<ItemRecord> items = new ArrayList<>();

    static ItemGroup group(String branch, String location, String status) {
        return new ItemGroup("XYZ", branch, location, "", "BOOK", "Book", status);
    }

    Shelves add(String barcode, String callNumber, ItemGroup group) {
        items.add(ItemRecord.of(new ItemBarcode(barcode), "Title " + barcode, callNumber, group));
        return this;
    }

    /** An available item in the stacks. */
    Shelves add(String barcode, String callNumber) {
        return add(barcode, callNumber, group(BRANCH, "STACKS", "AVAILABLE"));
    }

    /** Items QA1 .A2 to QA{@code count} .A2 with the barcodes 1 to {@code count}. */
    static Shelves numbered(int count) {
        Shelves shelves = new Shelves();
        IntStream.rangeClosed(1, count).forEach(i -> shelves.add(Integer.toString(i), "QA" + i + " .A2"));
        return shelves;
    }

    ItemSnapshot snapshot() {
        return new ListedItems(items, NUMBERS);
    }

    ScopedItems in(Scope scope) {
        return ready(ScopedItems.of(snapshot(), scope, NUMBERS));
    }

    ScopedItems all() {
        return in(Scope.of(BRANCH));
    }

    static ScopedItems ready(ScopedItems.Found found) {
        return switch (found) {
            case ScopedItems.Found.Ready ready -> ready.items();
            case ScopedItems.Found.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }

    static Stretch read(String... barcodes) {
        return Stretch.of(Arrays.stream(barcodes).map(Shelves::one).toList());
    }

    static Stretch read(IntStream barcodes) {
        return read(barcodes.mapToObj(Integer::toString).toArray(String[]::new));
    }

    static ShelfRead one(String barcode) {
        return new ShelfRead(new ItemBarcode(barcode), Instant.EPOCH, "anna");
    }
}
