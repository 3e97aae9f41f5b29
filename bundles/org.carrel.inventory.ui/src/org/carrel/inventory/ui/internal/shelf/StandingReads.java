/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;

/** What still stands of what was read: what was taken back is left out, and so is that it was. */
final class StandingReads {

    private StandingReads() {}

    /** @param reads of any sessions, in the order in which they were recorded */
    static List<InventoryRead> of(List<InventoryRead> reads) {
        List<InventoryRead> standing = new ArrayList<>();
        // From the end: what takes back comes after what is taken back.
        Map<String, Integer> takenBack = new HashMap<>();
        for (InventoryRead read : reads.reversed()) {
            String undone = key(read, read.mark().kind());
            switch (read.mark().kind()) {
                case TAKEN_BACK -> takenBack.merge(key(read, Kind.ITEM), 1, Integer::sum);
                case UNMARKED -> takenBack.merge(key(read, Kind.FOUND), 1, Integer::sum);
                case NO_CONDITION -> takenBack.merge(key(read, Kind.CONDITION), 1, Integer::sum);
                default -> {
                    if (takenBack.getOrDefault(undone, 0) > 0) {
                        takenBack.merge(undone, -1, Integer::sum);
                    } else {
                        standing.add(read);
                    }
                }
            }
        }
        return standing.reversed();
    }

    private static String key(InventoryRead read, Kind kind) {
        Kind marked = kind == Kind.NOT_FOUND ? Kind.FOUND : kind;
        return read.session() + " " + marked + ' ' + read.mark().text();
    }
}
