/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.chart.internal;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.carrel.inventory.chart.InventoryCharts.Location;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.model.ItemGroup;
import org.carrel.model.port.ItemSnapshot;

/** How far each shelving location is. */
public final class Shelves {

    private Shelves() {}

    private static final class Counts {
        private int expected;
        private int expectedAndRead;
        private int read;
        private int missing;
    }

    /** What all items of a group have in common. */
    private record Where(Counts counts, boolean expected) {}

    /** By name. */
    public static List<Location> of(InventoryResults results) {
        ItemSnapshot snapshot = results.items().snapshot();
        BitSet read = new BitSet();
        results.comparison().inventoried().forEach(read::set);
        TreeMap<String, Counts> locations = new TreeMap<>();
        // By identity: a million times the hash of seven texts takes longer than all else.
        Map<ItemGroup, Where> groups = new IdentityHashMap<>();
        results.items().forEach(number -> {
            Where where = groups.computeIfAbsent(snapshot.groupOf(number), group -> new Where(
                    locations.computeIfAbsent(group.location(), location -> new Counts()),
                    group.status().expectedOnShelf()));
            Counts counts = where.counts();
            counts.expected += where.expected() ? 1 : 0;
            counts.expectedAndRead += where.expected() && read.get(number) ? 1 : 0;
            counts.read += read.get(number) ? 1 : 0;
        });
        for (Finding finding : results.comparison().findings()) {
            if (finding instanceof Finding.Missing missing) {
                locations.computeIfAbsent(missing.item().location(), location -> new Counts()).missing++;
            }
        }
        return locations.entrySet().stream().map(entry -> {
            Counts counts = entry.getValue();
            return new Location(entry.getKey(), counts.read, counts.missing,
                    counts.expected - counts.expectedAndRead - counts.missing);
        }).toList();
    }
}
