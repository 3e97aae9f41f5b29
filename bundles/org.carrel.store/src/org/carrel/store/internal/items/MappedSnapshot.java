/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.store.internal.items.Groups.Shelving;

/**
 * A snapshot in its file, which is mapped and never changes. What was checked when it was opened is not checked
 * again.
 */
final class MappedSnapshot implements ItemSnapshot {

    private final Mapped mapped;
    private final Header header;
    private final Tables tables;

    private MappedSnapshot(Mapped mapped, Header header, Tables tables) {
        this.mapped = mapped;
        this.header = header;
        this.tables = tables;
    }

    /**
     * Opens a snapshot and reads all of it once, to be sure that it is what was written.
     *
     * @param segmentBits see {@link Mapped}
     * @throws Header.DamagedException when it is not
     * @throws Header.NewerException   when a newer Carrel wrote it
     */
    static MappedSnapshot open(Path file, int segmentBits) throws IOException {
        Mapped mapped = Mapped.of(file, segmentBits);
        if (mapped.length() < Header.SIZE) {
            throw new Header.DamagedException("too short");
        }
        Header header = Header.decode(ByteBuffer.wrap(mapped.getBytes(0, Header.SIZE)), mapped.length());
        if (mapped.checksum(Header.SIZE) != header.checksum()) {
            throw new Header.DamagedException("contents");
        }
        return new MappedSnapshot(mapped, header, Tables.decode(mapped, header));
    }

    @Override
    public Description description() {
        return tables.description();
    }

    @Override
    public ItemRecord item(int number) {
        return RecordBytes.get(mapped, recordAt(number), tables.groups());
    }

    private long recordAt(int number) {
        return mapped.getLong(header.offsets() + (long) Objects.checkIndex(number, header.items()) * Long.BYTES);
    }

    @Override
    public int[] numbersOf(ItemBarcode barcode) {
        byte[] wanted = barcode.value().getBytes(StandardCharsets.UTF_8);
        int from = firstBarcode(wanted);
        int to = from;
        while (to < header.items() && compareBarcode(to, wanted) == 0) {
            to++;
        }
        int[] numbers = new int[to - from];
        Arrays.setAll(numbers, i -> element(header.barcodes(), from + i));
        return numbers;
    }

    private int firstBarcode(byte[] wanted) {
        int low = 0;
        int high = header.items();
        while (low < high) {
            int middle = low + high >>> 1;
            if (compareBarcode(middle, wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compareBarcode(int place, byte[] wanted) {
        long at = recordAt(element(header.barcodes(), place));
        return mapped.compare(RecordBytes.barcodeAt(mapped, at), RecordBytes.barcodeLength(mapped, at), wanted);
    }

    private int element(long section, int index) {
        return mapped.getInt(section + (long) Objects.checkIndex(index, header.items()) * Integer.BYTES);
    }

    @Override
    public long lineOf(int number) {
        return RecordBytes.line(mapped, recordAt(number));
    }

    @Override
    public byte[] shelfKey(int number) {
        long at = recordAt(number);
        return mapped.getBytes(RecordBytes.keyAt(at), RecordBytes.keyLength(mapped, at));
    }

    @Override
    public int atPlace(int place) {
        return element(header.shelf(), place);
    }

    @Override
    public int placeOf(int number) {
        return element(header.places(), number);
    }

    @Override
    public Places places(String branch, String location) {
        return tables.shelvings().getOrDefault(new Shelving(branch, location), Places.NONE);
    }

    @Override
    public int firstNotBefore(byte[] key, Places within) {
        Objects.checkFromToIndex(within.from(), within.to(), header.items());
        int low = within.from();
        int high = within.to();
        while (low < high) {
            int middle = low + high >>> 1;
            long at = recordAt(atPlace(middle));
            if (mapped.compare(RecordBytes.keyAt(at), RecordBytes.keyLength(mapped, at), key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Map<ItemGroup, Integer> groups() {
        Map<ItemGroup, Integer> counted = new HashMap<>();
        for (int i = 0; i < tables.groups().size(); i++) {
            counted.put(tables.groups().get(i), tables.counts().get(i));
        }
        return counted;
    }

    @Override
    public ItemGroup groupOf(int number) {
        return tables.groups().get(RecordBytes.group(mapped, recordAt(number)));
    }
}
