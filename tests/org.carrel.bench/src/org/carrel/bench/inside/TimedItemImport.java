/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Random;

import org.carrel.bench.Figures;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots;

/** Imports an item file once, in a program that has just started, and then looks items up as scans do. */
final class TimedItemImport {

    private static final int LOOK_UPS = 100_000;

    private final Services services;
    private final Path file;

    /** @param data the folder with the item file in it */
    TimedItemImport(Services services, Path data) {
        this.services = services;
        this.file = data.resolve("items.txt");
    }

    Figures run(int items) throws IOException {
        ItemFiles files = services.get(ItemFiles.class);
        ItemSnapshots snapshots = services.get(ItemSnapshots.class);
        ItemSnapshots.ShelfKeys keys = services.get(ItemSnapshots.ShelfKeys.class);
        long start = System.nanoTime();
        ItemSnapshots.Imported ending = snapshots.replace(files.open(file, new ItemFiles.Layout.Wms()), keys,
                ItemSnapshots.Monitor.SILENT);
        long took = System.nanoTime() - start;
        if (!(ending instanceof ItemSnapshots.Imported.Done done) || done.snapshot().size() != items) {
            throw new IOException("the import ended as " + ending);
        }
        Figures figures = new Figures();
        figures.put("import", took);
        figures.put("heap", ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(peak -> peak.getUsed()).sum());
        figures.putPercentiles("look-up", lookUps(snapshots, done.snapshot()));
        return figures;
    }

    /** Each is of an item that has not been looked at for a while. */
    private static long[] lookUps(ItemSnapshots snapshots, ItemSnapshot all) throws IOException {
        Random random = new Random(1);
        long[] samples = new long[LOOK_UPS];
        long letters = 0;
        for (int i = 0; i < LOOK_UPS; i++) {
            ItemBarcode barcode = all.item(random.nextInt(all.size())).barcode();
            long start = System.nanoTime();
            if (!(snapshots.current() instanceof ItemSnapshots.State.Ready ready)) {
                throw new IOException("the items are gone");
            }
            ItemSnapshot snapshot = ready.snapshot();
            int found = snapshot.numbersOf(barcode)[0];
            int place = snapshot.placeOf(found);
            ItemRecord item = snapshot.item(found);
            ItemRecord before = snapshot.item(snapshot.atPlace(Math.max(0, place - 1)));
            samples[i] = System.nanoTime() - start;
            letters += before.title().length();
            if (!item.barcode().equals(barcode)) {
                throw new IOException("another item was found");
            }
        }
        if (letters == 0) {
            throw new IOException("the neighbours have no titles");
        }
        return samples;
    }
}
