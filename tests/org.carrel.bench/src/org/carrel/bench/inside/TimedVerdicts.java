/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.carrel.bench.Figures;
import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.ShelfWatch;
import org.carrel.inventory.comparison.Verdict;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.TransactionQueue;

/**
 * Scans books of all items, as at a shelf: first the read is on the disk, then it is said what is the matter. They are
 * anywhere in the library, so that no look-up profits from the one before.
 */
final class TimedVerdicts {

    private static final int WARM_UP = 100;

    private final Services services;
    private final Random random = new Random(11);
    private final Set<ItemBarcode> read = new HashSet<>();

    TimedVerdicts(Services services) {
        this.services = services;
    }

    Figures run(int scans) throws IOException {
        ScopedItems items = ShelvesOfAll.in(services);
        services.get(TransactionQueue.class);
        InventoryProjects projects = services.get(InventoryProjects.class);
        InventorySession session = ShelfDays.session(projects, items.scope(), "scanner");
        ShelfWatch watch = new ShelfWatch(items, Judging.of(Coverage.WHAT_WAS_READ));
        watch.begin("", 0);
        long[] all = new long[scans];
        long[] judged = new long[scans];
        for (int i = -WARM_UP; i < scans; i++) {
            ItemBarcode barcode = barcode(items.snapshot());
            Instant at = Instant.now();
            long start = System.nanoTime();
            InventoryProjects.Recorded recorded = projects.record(session.number(),
                    List.of(new Mark(InventoryRead.Kind.ITEM, barcode.value(), at)));
            long saved = System.nanoTime();
            Verdict verdict = watch.read(new ShelfRead(barcode, at, "crew"));
            long end = System.nanoTime();
            if (!(recorded instanceof InventoryProjects.Recorded.Stored) || verdict.item().isEmpty()) {
                throw new IOException("a read was not kept, or its item not found: " + recorded);
            }
            if (i >= 0) {
                all[i] = end - start;
                judged[i] = end - saved;
            }
        }
        Figures figures = new Figures();
        figures.putPercentiles("verdict", all);
        figures.putPercentiles("judge", judged);
        return figures;
    }

    /** Of an item that was not read yet, and that no other has the barcode of. */
    private ItemBarcode barcode(ItemSnapshot snapshot) {
        ItemBarcode barcode;
        do {
            barcode = snapshot.item(random.nextInt(snapshot.size())).barcode();
        } while (snapshot.numbersOf(barcode).length > 1 || !read.add(barcode));
        return barcode;
    }
}
