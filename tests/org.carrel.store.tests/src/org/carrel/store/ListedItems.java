/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.model.port.ItemSnapshots.ShelfKeys;
import org.carrel.model.port.ItemSource;

/** Item files that need no file: items of a list, each on a line of its own behind a header line. */
public record ListedItems(String name, List<ItemRecord> items, List<ItemSource.BadRow> badRows) implements ItemSource {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 15);

    /** Shelf keys that are the call numbers themselves. */
    public static final ShelfKeys KEYS = new ShelfKeys() {
        @Override
        public byte[] of(ItemRecord item) {
            return item.callNumber().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String version() {
            return "plain";
        }
    };

    public ListedItems(String name, List<ItemRecord> items) {
        this(name, items, List.of());
    }

    /** So many different items; the same for the same seed. */
    public static ListedItems random(String name, int count, long seed) {
        Random random = new Random(seed);
        return new ListedItems(name,
                IntStream.range(0, count).mapToObj(i -> item(random, name + "-" + i + "-" + random.nextInt(10)))
                        .toList());
    }

    private static ItemRecord item(Random random, String barcode) {
        ItemGroup group = new ItemGroup("XYZ", "BRANCH" + random.nextInt(3), "LOC" + random.nextInt(4),
                random.nextInt(9) == 0 ? "EXHIBITION" : "", "BOOK" + random.nextInt(2), "Book",
                random.nextInt(5) == 0 ? "ON LOAN" : "AVAILABLE");
        return new ItemRecord(new ItemBarcode(barcode), "Title é文 " + random.nextInt(), "Author " + random.nextInt(50),
                "QA " + (10 + random.nextInt(60)) + " .C" + random.nextInt(5), random.nextBoolean() ? "lc" : "",
                random.nextInt(4) == 0 ? "v." + random.nextInt(9) : "", Integer.toString(random.nextInt(1 << 20)),
                group, day(random), random.nextInt(100), day(random), day(random), day(random));
    }

    private static Optional<LocalDate> day(Random random) {
        return random.nextInt(3) == 0 ? Optional.of(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000)))
                : Optional.empty();
    }

    @Override
    public LocalDate asOf() {
        return DAY;
    }

    @Override
    public void read(Sink sink) throws IOException {
        for (BadRow row : badRows) {
            sink.bad(row);
        }
        for (int i = 0; i < items.size() && sink.goOn(i, items.size()); i++) {
            sink.item(i + 2L, items.get(i));
        }
    }

    /** Stops an import when it has asked so often. */
    public static final class Stopping implements Monitor {
        private final int after;
        private int asked;

        public Stopping(int after) {
            this.after = after;
        }

        @Override
        public void progress(long done, long total) {
            asked++;
        }

        @Override
        public boolean isCancelled() {
            return asked > after;
        }

        /** How often it was told of progress. */
        public int asked() {
            return asked;
        }
    }
}
