/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.chart.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.carrel.inventory.chart.InventoryCharts.Range;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.model.ItemBarcode;
import org.carrel.model.port.ItemSnapshot;

/** Cuts the shelves of a scope into parts of about as many items, and counts what is the matter in each. */
public final class Ranges {

    /** Fewer books than this are hardly a part of a shelf. */
    private static final int FEWEST_ITEMS = 10;

    private final ScopedItems items;
    private final List<byte[]> begins;
    private final List<Part> parts = new ArrayList<>();

    private Ranges(ScopedItems items, List<byte[]> begins) {
        this.items = items;
        this.begins = begins;
        begins.forEach(begin -> parts.add(new Part()));
    }

    private static final class Part {
        private int items;
        private int first = -1;
        private int last = -1;
        private byte[] lowest = {};
        private byte[] highest = {};
        private final Map<Finding.Kind, Integer> findings = new EnumMap<>(Finding.Kind.class);

        private void add(int number, byte[] key) {
            items++;
            if (first < 0 || Arrays.compareUnsigned(key, lowest) < 0) {
                first = number;
                lowest = key;
            }
            if (last < 0 || Arrays.compareUnsigned(key, highest) >= 0) {
                last = number;
                highest = key;
            }
        }
    }

    /** At most {@code most} parts. Shelving locations that stand side by side in the alphabet are one shelf here. */
    public static Ranges of(ScopedItems items, int most) {
        ItemSnapshot snapshot = items.snapshot();
        KeySample sample = new KeySample();
        items.forEach(number -> sample.add(snapshot.shelfKey(number)));
        int wanted = Math.clamp(sample.seen() / FEWEST_ITEMS, 1, most);
        Ranges ranges = new Ranges(items, sample.begins(wanted));
        items.forEach(number -> {
            byte[] key = snapshot.shelfKey(number);
            ranges.parts.get(ranges.partOf(key)).add(number, key);
        });
        return ranges;
    }

    private int partOf(byte[] key) {
        int low = 0;
        int high = begins.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Arrays.compareUnsigned(begins.get(middle), key) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Counts the findings of {@code results}; the kinds of those that have no place are given back. */
    public List<Finding.Kind> count(InventoryResults results) {
        Map<ShelfRead, Integer> strays = new HashMap<>();
        results.stretches().forEach(stretch -> follow(stretch, strays));
        List<Finding.Kind> elsewhere = new ArrayList<>();
        for (Finding finding : results.comparison().findings()) {
            if (finding.kind() == Finding.Kind.DUPLICATE_SCAN) {
                continue;
            }
            OptionalInt part = partOf(finding, strays);
            if (part.isPresent() && parts.get(part.getAsInt()).items > 0) {
                parts.get(part.getAsInt()).findings.merge(finding.kind(), 1, Integer::sum);
            } else {
                elsewhere.add(finding.kind());
            }
        }
        return elsewhere;
    }

    private OptionalInt partOf(Finding finding, Map<ShelfRead, Integer> strays) {
        return switch (finding) {
            case Finding.Missing missing -> known(missing.item().barcode());
            case Finding.InCondition said -> known(said.said().barcode());
            case Finding.OfRead of -> {
                Integer part = strays.get(of.read());
                yield part == null ? known(of.read().barcode()) : OptionalInt.of(part);
            }
        };
    }

    /** Where the item belongs, if that is in the scope. */
    private OptionalInt known(ItemBarcode barcode) {
        return Arrays.stream(items.snapshot().numbersOf(barcode)).filter(items::contains)
                .map(number -> partOf(items.snapshot().shelfKey(number))).findFirst();
    }

    /** What does not belong here counts where it stands: behind the book of the scope that was read before it. */
    private void follow(Stretch stretch, Map<ShelfRead, Integer> strays) {
        List<ShelfRead> atBegin = new ArrayList<>();
        OptionalInt here = OptionalInt.empty();
        for (ShelfRead read : stretch.reads()) {
            OptionalInt part = known(read.barcode());
            if (part.isPresent()) {
                here = part;
                for (ShelfRead stray : atBegin) {
                    strays.put(stray, part.getAsInt());
                }
                atBegin.clear();
            } else if (here.isPresent()) {
                strays.put(read, here.getAsInt());
            } else {
                atBegin.add(read);
            }
        }
    }

    /** In shelf order, without those that have no items. */
    public List<Range> list() {
        return parts.stream().filter(part -> part.items > 0).map(part -> new Range(callNumber(part.first),
                callNumber(part.last), part.items, part.findings)).toList();
    }

    private String callNumber(int number) {
        return items.snapshot().item(number).callNumber();
    }
}
