/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.ItemRecord;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.ItemSnapshot.Description;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.model.port.ItemSnapshots.ShelfKeys;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.ItemSource.BadRow;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.store.internal.items.Groups.Shelving;

/**
 * Writes one snapshot: first the records as they are read, then, when all are there and can be mapped, the two orders.
 * What is held in memory is some tens of bytes for each item. One thread.
 */
final class SnapshotWriter implements ItemSource.Sink, Closeable {

    /** Somebody stopped it. */
    static final class CancelledException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** There are more items, or more groups, than an item file can have. */
    static final class TooManyException extends IOException {
        private static final long serialVersionUID = 1L;

        TooManyException(String key) {
            super(key);
        }
    }

    /** Ten times the largest library that is meant. */
    static final int MOST_ITEMS = 10_000_000;

    /** Reading takes about two thirds of the time; the orders and the disk take the rest. */
    private static final int STEPS = 100;
    private static final int STEPS_OF_READING = 66;
    private static final int STEPS_OF_A_SORT = 11;

    private final Path path;
    private final int segmentBits;
    private final SnapshotFile file;
    private final BadRowsFile badRows;
    private final ShelfKeys keys;
    private final Monitor monitor;
    private final Groups groups = new Groups();
    private long[] offsets = new long[1 << 16];
    private int items;

    /** @param segmentBits see {@link Mapped} */
    SnapshotWriter(Path path, int segmentBits, Path badRowsPath, Optional<DataKey> key, ShelfKeys keys,
            Monitor monitor) throws IOException {
        this.path = path;
        this.segmentBits = segmentBits;
        this.keys = keys;
        this.monitor = monitor;
        this.file = new SnapshotFile(path, segmentBits);
        try {
            this.badRows = new BadRowsFile(badRowsPath, key);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void item(long line, ItemRecord item) throws IOException {
        Optional<byte[][]> texts = RecordBytes.texts(item, keys.of(item));
        if (texts.isEmpty()) {
            badRows.add(new BadRow(line, Reason.TOO_LONG, false, shortly(item)));
            return;
        }
        if (items == MOST_ITEMS) {
            throw new TooManyException("import.tooManyItems");
        }
        int group = groups.count(item.group());
        if (groups.areTooMany()) {
            throw new TooManyException("import.tooManyGroups");
        }
        if (items == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * items);
        }
        var room = file.room(RecordBytes.length(texts.get()));
        offsets[items++] = file.position();
        RecordBytes.put(room, line, group, item, texts.get());
    }

    @Override
    public void bad(BadRow row) throws IOException {
        badRows.add(row);
    }

    @Override
    public boolean goOn(long read, long total) {
        monitor.progress(total <= 0 ? 0 : STEPS_OF_READING * Math.min(read, total) / total, STEPS);
        return !monitor.isCancelled();
    }

    private void step(int done) throws CancelledException {
        monitor.progress(done, STEPS);
        if (monitor.isCancelled()) {
            throw new CancelledException();
        }
    }

    /** How many items there are so far. */
    int items() {
        return items;
    }

    Map<Reason, Long> badCounts() {
        return badRows.counts();
    }

    /** Writes everything that is not a record, once all were read, and forces it to the disk. */
    void finish(String id, ItemSource source, Instant now) throws IOException {
        step(STEPS_OF_READING);
        file.align();
        long offsetsAt = file.position();
        for (int i = 0; i < items; i++) {
            file.putLong(offsets[i]);
        }
        file.flush();
        Mapped records = Mapped.of(path, segmentBits);
        int[] order = byBarcode(records);
        reportDuplicates(records, order);
        long barcodesAt = put(order);
        step(STEPS_OF_READING + STEPS_OF_A_SORT);
        inShelfOrder(records, order);
        long shelfAt = put(order);
        long placesAt = put(inverse(order));
        step(STEPS_OF_READING + 2 * STEPS_OF_A_SORT);
        badRows.finish();
        file.align();
        long tablesAt = file.position();
        file.put(Tables.encode(new Description(id, source.name(), source.asOf(), now, items, badRows.total(),
                keys.version()), groups));
        file.flush();
        file.finish(new Header(items, offsetsAt, barcodesAt, shelfAt, placesAt, tablesAt, file.position(),
                file.checksum()));
        step(STEPS - 1);
    }

    private int[] byBarcode(Mapped records) {
        int[] order = new int[items];
        Arrays.setAll(order, i -> i);
        new ByteSort(records, new ByteSort.Pieces() {
            @Override
            public long at(int number) {
                return RecordBytes.barcodeAt(records, offsets[number]);
            }

            @Override
            public int length(int number) {
                return RecordBytes.barcodeLength(records, offsets[number]);
            }
        }, items).sort(order, 0, items);
        return order;
    }

    private void reportDuplicates(Mapped records, int[] order) throws IOException {
        boolean sameAsBefore = false;
        for (int i = 0; i < items; i++) {
            boolean sameAsNext = i + 1 < items && isSameBarcode(records, offsets[order[i]], offsets[order[i + 1]]);
            if (sameAsBefore || sameAsNext) {
                long at = offsets[order[i]];
                badRows.add(new BadRow(RecordBytes.line(records, at), Reason.DUPLICATE_BARCODE, true,
                        shortly(RecordBytes.get(records, at, groups.all()))));
            }
            sameAsBefore = sameAsNext;
        }
    }

    private static boolean isSameBarcode(Mapped records, long one, long other) {
        return records.compare(RecordBytes.barcodeAt(records, one), RecordBytes.barcodeLength(records, one),
                RecordBytes.barcodeAt(records, other), RecordBytes.barcodeLength(records, other)) == 0;
    }

    /** A row of which the file's own text is no longer at hand. */
    private static String shortly(ItemRecord item) {
        String row = String.join(" | ", item.barcode().value(), item.branch(), item.location(), item.callNumber(),
                item.title());
        return row.substring(0, Math.min(row.length(), 4_000));
    }

    /** Puts the numbers of all items in shelf order into {@code order}. */
    private void inShelfOrder(Mapped records, int[] order) {
        Map<Shelving, Integer> counts = groups.shelvings();
        Map<Shelving, Integer> ranks = new HashMap<>();
        int[] ends = new int[counts.size()];
        int end = 0;
        int most = 0;
        for (Map.Entry<Shelving, Integer> shelving : counts.entrySet()) {
            ends[ranks.size()] = end;
            ranks.put(shelving.getKey(), ranks.size());
            end += shelving.getValue();
            most = Math.max(most, shelving.getValue());
        }
        int[] rankOfGroup = groups.all().stream().mapToInt(group -> ranks.get(Shelving.of(group))).toArray();
        int[] starts = ends.clone();
        for (int number = 0; number < items; number++) {
            order[ends[rankOfGroup[RecordBytes.group(records, offsets[number])]]++] = number;
        }
        ByteSort sort = new ByteSort(records, new ByteSort.Pieces() {
            @Override
            public long at(int number) {
                return RecordBytes.keyAt(offsets[number]);
            }

            @Override
            public int length(int number) {
                return RecordBytes.keyLength(records, offsets[number]);
            }
        }, most);
        for (int rank = 0; rank < starts.length; rank++) {
            sort.sort(order, starts[rank], ends[rank]);
        }
    }

    private static int[] inverse(int[] order) {
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }

    private long put(int[] numbers) throws IOException {
        file.align();
        long at = file.position();
        for (int number : numbers) {
            file.putInt(number);
        }
        return at;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            badRows.close();
        }
    }
}
