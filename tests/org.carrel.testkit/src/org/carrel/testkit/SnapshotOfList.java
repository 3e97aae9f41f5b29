/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSnapshot;

/** A snapshot of the items of a list, by the contract of the port. */
public class SnapshotOfList implements ItemSnapshot {

    private final List<ItemRecord> items;
    private final long badRows;
    private final String keysVersion;
    private final byte[][] keys;
    private final int[] places;
    private final int[] placeOf;
    private final Map<ItemBarcode, int[]> numbers = new HashMap<>();

    /**
     * @param keysVersion of whoever makes the keys
     * @param key         makes the shelf key of an item
     * @param badRows     how many rows of the file had something wrong
     */
    public SnapshotOfList(List<ItemRecord> items, String keysVersion, Function<ItemRecord, byte[]> key, long badRows) {
        this.badRows = badRows;
        this.items = List.copyOf(items);
        this.keysVersion = keysVersion;
        this.keys = items.stream().map(key).toArray(byte[][]::new);
        this.places = IntStream.range(0, items.size()).boxed()
                .sorted(Comparator.comparing((Integer n) -> items.get(n).branch())
                        .thenComparing(n -> items.get(n).location())
                        .thenComparing(n -> keys[n], Arrays::compareUnsigned).thenComparing(n -> n))
                .mapToInt(Integer::intValue).toArray();
        this.placeOf = new int[places.length];
        for (int place = 0; place < places.length; place++) {
            placeOf[places[place]] = place;
        }
        for (int number = 0; number < items.size(); number++) {
            int[] one = { number };
            numbers.merge(items.get(number).barcode(), one,
                    (some, more) -> IntStream.concat(Arrays.stream(some), Arrays.stream(more)).toArray());
        }
    }

    @Override
    public Description description() {
        return new Description("listed", "list.txt", LocalDate.of(2026, 11, 15), Instant.EPOCH, items.size(), badRows,
                keysVersion);
    }

    @Override
    public ItemRecord item(int number) {
        return items.get(number);
    }

    @Override
    public int[] numbersOf(ItemBarcode barcode) {
        return numbers.getOrDefault(barcode, new int[0]).clone();
    }

    @Override
    public long lineOf(int number) {
        return number + 2L;
    }

    @Override
    public byte[] shelfKey(int number) {
        return keys[number].clone();
    }

    @Override
    public int atPlace(int place) {
        return places[place];
    }

    @Override
    public int placeOf(int number) {
        return placeOf[number];
    }

    @Override
    public Places places(String branch, String location) {
        int[] found = IntStream.range(0, places.length).filter(place -> items.get(places[place]).branch().equals(branch)
                && items.get(places[place]).location().equals(location)).toArray();
        return found.length == 0 ? Places.NONE : new Places(found[0], found[found.length - 1] + 1);
    }

    @Override
    public int firstNotBefore(byte[] key, Places within) {
        return IntStream.range(within.from(), within.to())
                .filter(place -> Arrays.compareUnsigned(keys[places[place]], key) >= 0).findFirst().orElse(within.to());
    }

    @Override
    public Map<ItemGroup, Integer> groups() {
        Map<ItemGroup, Integer> groups = new HashMap<>();
        items.forEach(item -> groups.merge(item.group(), 1, Integer::sum));
        return groups;
    }

    @Override
    public ItemGroup groupOf(int number) {
        return items.get(number).group();
    }
}
