/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.internal.StandardCallNumbers;
import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ListedItems;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.Scope;

/** A small inventory with one of everything. */
public final class Inventories {

    /** When everything was read, each read a second later than the one before. */
    static final Instant BEGIN = Instant.parse("2026-11-20T09:00:00Z");

    private Inventories() {}

    /**
     * The stacks with QA1 to QA9 (barcodes 1 to 9), of which 3 and 5 are missing and 8 stands at the beginning; 10 is
     * on loan, 11 belongs to the reserve, 12 to another branch, 13 is outside of the range; 14 is two items; 99 is
     * nobody's.
     */
    public static InventoryResults withOneOfEverything() {
        List<ItemRecord> items = new ArrayList<>();
        for (int i = 9; i >= 1; i--) {
            items.add(item(Integer.toString(i), "QA" + i + " .A2", group("MAIN", "STACKS", "AVAILABLE")));
        }
        items.add(item("10", "QA10 .A2", group("MAIN", "STACKS", "ON_LOAN")));
        items.add(item("11", "QA11 .A2", group("MAIN", "RESERVE", "AVAILABLE")));
        items.add(item("12", "QA12 .A2", group("EAST", "STACKS", "AVAILABLE")));
        items.add(item("13", "Z99 .A2", group("MAIN", "STACKS", "AVAILABLE")));
        items.add(item("14", "QA14 .A2", group("MAIN", "STACKS", "AVAILABLE")));
        items.add(item("14", "QA15 .A2", group("MAIN", "STACKS", "AVAILABLE")));
        CallNumbers numbers = StandardCallNumbers.table();
        Scope scope = new Scope("MAIN", Set.of("STACKS"), Set.of(), Optional.empty()).between("QA1", "QA50");
        if (!(ScopedItems.of(new ListedItems(items, numbers), scope,
                numbers) instanceof ScopedItems.Found.Ready ready)) {
            throw new AssertionError("the scope cannot be used");
        }
        List<Stretch> stretches = List.of(
                stretch(0, "anna", "8", "1", "2", "4", "99", "6", "7", "9"),
                stretch(100, "ben", "10", "11", "12", "13", "14", "10"));
        return new InventoryResults("Main Library", "Autumn", ready.items(), stretches,
                Comparison.of(ready.items(), stretches, Judging.of(Coverage.WHOLE_SCOPE)));
    }

    /** Nothing was expected and nothing was read. */
    static InventoryResults ofNothing() {
        CallNumbers numbers = StandardCallNumbers.table();
        ListedItems items = new ListedItems(
                List.of(item("10", "QA10 .A2", group("MAIN", "STACKS", "ON_LOAN"))), numbers);
        if (!(ScopedItems.of(items, Scope.of("MAIN"), numbers) instanceof ScopedItems.Found.Ready ready)) {
            throw new AssertionError("the scope cannot be used");
        }
        return new InventoryResults("Main Library", "", ready.items(), List.of(),
                Comparison.of(ready.items(), List.of(), Judging.of(Coverage.WHOLE_SCOPE)));
    }

    private static ItemGroup group(String branch, String location, String status) {
        return new ItemGroup("XYZ", branch, location, "", "BOOK", "Book", status);
    }

    private static ItemRecord item(String barcode, String callNumber, ItemGroup group) {
        return new ItemRecord(new ItemBarcode(barcode), "Title " + barcode, "Author " + barcode, callNumber, "", "v.1",
                "",
                group,
                group.statusText().equals("ON_LOAN") ? Optional.of(LocalDate.of(2026, 12, 24)) : Optional.empty(),
                0, Optional.empty(), Optional.of(LocalDate.of(2025, 3, 1)), Optional.empty());
    }

    private static Stretch stretch(int second, String person, String... barcodes) {
        List<String> all = Arrays.asList(barcodes);
        List<ShelfRead> reads = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            reads.add(new ShelfRead(new ItemBarcode(all.get(i)), BEGIN.plusSeconds(second + i), person));
        }
        return Stretch.of(reads);
    }
}
