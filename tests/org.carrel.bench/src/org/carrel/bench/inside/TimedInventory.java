/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.carrel.bench.Figures;
import org.carrel.inventory.chart.InventoryCharts;
import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.model.ItemBarcode;
import org.carrel.model.port.ItemSnapshot;

/**
 * Compares what a crew read in weeks with all items of a large library, in a program that has just started: nine of ten
 * books are there, one of a hundred is misplaced, and some are nobody's.
 */
final class TimedInventory {

    private static final int STRETCH = 500;
    private static final int MISSING_OF = 10;
    private static final int MISPLACED_OF = 100;
    private static final int STRANGE_OF = 500;
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");

    private final Services services;
    private final Random random = new Random(7);

    TimedInventory(Services services) {
        this.services = services;
    }

    Figures run(int reads) throws IOException {
        ScopedItems items = ShelvesOfAll.in(services);
        List<Stretch> stretches = stretches(items, reads);
        long start = System.nanoTime();
        Comparison comparison = Comparison.of(items, stretches, Judging.of(Coverage.WHAT_WAS_READ));
        long compared = System.nanoTime();
        InventoryCharts charts = InventoryCharts
                .of(new InventoryResults("Bench", "All", items, stretches, comparison));
        long counted = System.nanoTime();
        if (comparison.reads() != reads || comparison.findings(Finding.Kind.MISPLACED).isEmpty()
                || comparison.findings(Finding.Kind.MISSING).isEmpty() || charts.read() == 0) {
            throw new IOException("the comparison found " + comparison.findings().size() + " of " + reads);
        }
        Figures figures = new Figures();
        figures.put("compare", compared - start);
        figures.put("charts", counted - compared);
        return figures;
    }

    /** One behind another along the shelves, from the first book on, until there are enough. */
    private List<Stretch> stretches(ScopedItems items, int reads) throws IOException {
        ItemSnapshot snapshot = items.snapshot();
        List<Stretch> stretches = new ArrayList<>();
        int left = reads;
        for (ItemSnapshot.Places shelf : items.shelves()) {
            int place = shelf.from();
            while (left > 0 && place < shelf.to()) {
                List<ShelfRead> stretch = new ArrayList<>();
                for (; place < shelf.to() && stretch.size() < Math.min(STRETCH, left); place++) {
                    if (random.nextInt(MISSING_OF) > 0) {
                        ItemBarcode barcode = random.nextInt(STRANGE_OF) > 0
                                ? snapshot.item(snapshot.atPlace(place)).barcode()
                                : new ItemBarcode("X" + place);
                        stretch.add(read(barcode, reads - left + stretch.size()));
                    }
                }
                for (int i = 0; i < stretch.size() / MISPLACED_OF; i++) {
                    stretch.add(random.nextInt(stretch.size()), stretch.remove(random.nextInt(stretch.size())));
                }
                left -= stretch.size();
                stretches.add(Stretch.of(stretch));
            }
        }
        if (left > 0) {
            throw new IOException("there are not enough items for " + reads + " reads");
        }
        return stretches;
    }

    private static ShelfRead read(ItemBarcode barcode, int number) {
        return new ShelfRead(barcode, BEGIN.plusSeconds(4L * number), "crew " + number % 3);
    }
}
