/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.port.ItemSnapshot;

/**
 * What a push would send. Immutable.
 *
 * @param project  what it is about
 * @param itemFile what was looked up in
 * @param owner    the institution whose items are told of, as in the item file; may be empty when the file names none
 * @param items    what is told, in the order in which it was first read
 * @param leftOut  what was read and is not told, by reason, in the same order; without reasons that do not occur
 */
public record PushPlan(InventoryProject project, ItemSnapshot.Description itemFile, String owner,
        List<ItemBarcode> items, Map<LeftOut, List<ItemBarcode>> leftOut) {

    public PushPlan {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(itemFile, "itemFile");
        Objects.requireNonNull(owner, "owner");
        items = List.copyOf(items);
        Map<LeftOut, List<ItemBarcode>> copy = new EnumMap<>(LeftOut.class);
        leftOut.forEach((reason, barcodes) -> copy.put(reason, List.copyOf(barcodes)));
        leftOut = Collections.unmodifiableMap(copy);
    }

    /** The same with the first {@code most} items only: for trying. */
    public PushPlan first(int most) {
        return new PushPlan(project, itemFile, owner, items.subList(0, Math.min(most, items.size())), leftOut);
    }

    /** How many different barcodes were read. */
    public int read() {
        return items.size() + leftOut.values().stream().mapToInt(List::size).sum();
    }
}
