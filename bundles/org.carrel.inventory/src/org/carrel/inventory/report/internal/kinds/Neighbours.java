/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.util.IdentityHashMap;
import java.util.Map;

import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.model.port.ItemSnapshot;

/** What was read just before: how to find a book on the shelf that is not where anybody expects it. */
final class Neighbours {

    private final ItemSnapshot snapshot;
    private final Map<ShelfRead, ShelfRead> before = new IdentityHashMap<>();

    Neighbours(InventoryResults results) {
        this.snapshot = results.items().snapshot();
        for (Stretch stretch : results.stretches()) {
            for (int i = 1; i < stretch.reads().size(); i++) {
                before.put(stretch.reads().get(i), stretch.reads().get(i - 1));
            }
        }
    }

    /** What it stands behind, in words; empty for the first of a stretch. */
    String before(ShelfRead read) {
        ShelfRead other = before.get(read);
        if (other == null) {
            return "";
        }
        int[] numbers = snapshot.numbersOf(other.barcode());
        return numbers.length == 1 ? Items.spine(snapshot.item(numbers[0])) : other.barcode().value();
    }
}
