/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshot.Places;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.model.port.ItemSnapshots.ShelfKeys;
import org.carrel.model.port.ItemSnapshots.State;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.store.ListedItems;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A snapshot of items")
class SnapshotContentsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    /** A megabyte, so that a small snapshot has several. */
    private static final int SMALL_SEGMENTS = 20;

    @TempDir
    Path folder;

    @Test
    void tells_every_item_as_it_was_read_and_finds_it_by_its_barcode() {
        long seed = System.nanoTime();
        ListedItems source = ListedItems.random("a", 10_000, seed);
        ItemSnapshot snapshot = imported(source);
        assertEquals(10_000, snapshot.size());
        for (int number = 0; number < source.items().size(); number++) {
            ItemRecord item = source.items().get(number);
            assertEquals(item, snapshot.item(number), "seed " + seed);
            assertArrayEquals(new int[] { number }, snapshot.numbersOf(item.barcode()), "seed " + seed);
            assertEquals(number + 2, snapshot.lineOf(number));
            assertEquals(item.group(), snapshot.groupOf(number));
        }
    }

    @Test
    void of_several_segments_tells_the_same() {
        long seed = System.nanoTime();
        ListedItems source = ListedItems.random("a", 30_000, seed);
        Snapshots snapshots = new Snapshots(folder, Optional::empty, Clock.systemUTC(), SMALL_SEGMENTS);
        ItemSnapshot snapshot = assertInstanceOf(Imported.Done.class,
                snapshots.replace(source, ListedItems.KEYS, 0, Monitor.SILENT)).snapshot();
        for (int number = 0; number < source.items().size(); number++) {
            assertEquals(source.items().get(number), snapshot.item(number), "seed " + seed);
            assertEquals(1, snapshot.numbersOf(source.items().get(number).barcode()).length, "seed " + seed);
        }
        assertShelfOrder(source, snapshot);
    }

    @Test
    void says_where_it_is_from() {
        ItemSnapshot.Description description = imported(ListedItems.random("file.txt", 3, 1)).description();
        assertEquals("file.txt", description.name());
        assertEquals(ListedItems.DAY, description.asOf());
        assertEquals(NOW, description.importedAt());
        assertEquals(3, description.items());
        assertEquals(0, description.badRows());
        assertEquals("plain", description.keys());
    }

    @Test
    void finds_all_items_that_share_a_barcode_and_reports_them() {
        ListedItems source = new ListedItems("a", List.of(item("7", "QA 1", "A"), item("8", "QA 2", "A"),
                item("7", "QA 3", "B"), item("70", "QA 4", "B"), item("7", "QA 5", "A")));
        Imported.Done done = assertInstanceOf(Imported.Done.class, snapshots().replace(source, ListedItems.KEYS, 0,
                Monitor.SILENT));
        assertArrayEquals(new int[] { 0, 2, 4 }, done.snapshot().numbersOf(new ItemBarcode("7")));
        assertEquals(List.of("QA 1", "QA 3", "QA 5"),
                done.snapshot().find(new ItemBarcode("7")).stream().map(ItemRecord::callNumber).toList());
        assertEquals(Map.of(Reason.DUPLICATE_BARCODE, 3L), done.bad());
    }

    @Test
    void finds_nothing_for_a_barcode_that_is_not_in_it() {
        ItemSnapshot snapshot = imported(new ListedItems("a", List.of(item("5", "QA", "A"), item("50", "QA", "A"))));
        for (String other : List.of("4", "500", "51", "05", "é")) {
            assertEquals(List.of(), snapshot.find(new ItemBarcode(other)), other);
        }
    }

    @Test
    void has_a_shelf_order_by_branch_then_location_then_key_then_number() {
        long seed = System.nanoTime();
        ListedItems source = ListedItems.random("a", 5_000, seed);
        assertShelfOrder(source, imported(source));
    }

    private static void assertShelfOrder(ListedItems source, ItemSnapshot snapshot) {
        List<Integer> expected = IntStream.range(0, source.items().size()).boxed()
                .sorted(Comparator.<Integer, String>comparing(number -> source.items().get(number).branch())
                        .thenComparing(number -> source.items().get(number).location())
                        .thenComparing(number -> source.items().get(number).callNumber()))
                .toList();
        assertEquals(expected, IntStream.range(0, snapshot.size()).map(snapshot::atPlace).boxed().toList());
        IntStream.range(0, snapshot.size())
                .forEach(place -> assertEquals(place, snapshot.placeOf(snapshot.atPlace(place))));
        assertEquals(expected.stream().map(source.items()::get).toList(), snapshot.inShelfOrder().toList());
    }

    @Test
    void orders_keys_as_unsigned_bytes_however_alike_they_are() {
        List<ItemRecord> items = IntStream.range(0, 600).mapToObj(i -> item("b" + i, "QA 76.73 .J38 same " + i, "A"))
                .toList();
        byte[][] keys = IntStream.range(0, 600).mapToObj(i -> new byte[] { 'Q', 'Q', 'Q', 'Q', 'Q', 'Q', 'Q', 'Q', 'Q',
                (byte) (i * 7), (byte) (i / 256), 0, (byte) i }).map(key -> Arrays.copyOf(key, 9 + (key[12] & 3)))
                .toArray(byte[][]::new);
        Map<String, byte[]> keyOf = new HashMap<>();
        items.forEach(item -> keyOf.put(item.barcode().value(), keys[keyOf.size()]));
        ItemSnapshot snapshot = assertInstanceOf(Imported.Done.class,
                snapshots().replace(new ListedItems("a", items), keys(keyOf), 0, Monitor.SILENT)).snapshot();
        for (int place = 0; place < 600; place++) {
            byte[] key = snapshot.shelfKey(snapshot.atPlace(place));
            assertArrayEquals(keys[snapshot.atPlace(place)], key);
            assertTrue(place == 0 || Arrays.compareUnsigned(snapshot.shelfKey(snapshot.atPlace(place - 1)), key) <= 0);
        }
    }

    private static ShelfKeys keys(Map<String, byte[]> keyOf) {
        return new ShelfKeys() {
            @Override
            public byte[] of(ItemRecord item) {
                return keyOf.get(item.barcode().value());
            }

            @Override
            public String version() {
                return "";
            }
        };
    }

    @Test
    void knows_the_places_of_a_location_and_of_a_range_in_it() {
        ItemSnapshot snapshot = imported(new ListedItems("a", List.of(item("1", "C", "B"), item("2", "A", "B"),
                item("3", "B", "A"), item("4", "B", "B"), item("5", "B", "B"))));
        Places places = snapshot.places("MAIN", "B");
        assertEquals(new Places(1, 5), places);
        assertEquals(List.of("2", "4", "5", "1"),
                snapshot.inShelfOrder(places).map(item -> item.barcode().value()).toList());
        assertEquals(2, snapshot.firstNotBefore(bytes("B"), places));
        assertEquals(4, snapshot.firstNotBefore(bytes("BB"), places));
        assertEquals(1, snapshot.firstNotBefore(bytes(""), places));
        assertEquals(5, snapshot.firstNotBefore(bytes("D"), places));
        assertSame(Places.NONE, snapshot.places("MAIN", "nowhere"));
        assertSame(Places.NONE, snapshot.places("OTHER", "B"));
    }

    @Test
    void counts_its_groups() {
        long seed = System.nanoTime();
        ListedItems source = ListedItems.random("a", 3_000, seed);
        Map<ItemGroup, Integer> expected = new HashMap<>();
        source.items().forEach(item -> expected.merge(item.group(), 1, Integer::sum));
        ItemSnapshot snapshot = imported(source);
        assertEquals(expected, snapshot.groups(), "seed " + seed);
        assertSame(snapshot.groupOf(0), snapshot.item(0).group());
    }

    @Test
    void does_not_know_a_number_or_place_that_is_not_in_it() {
        ItemSnapshot snapshot = imported(new ListedItems("a", List.of(item("1", "C", "B"))));
        for (int wrong : new int[] { -1, 1, Integer.MAX_VALUE }) {
            assertThrows(IndexOutOfBoundsException.class, () -> snapshot.item(wrong));
            assertThrows(IndexOutOfBoundsException.class, () -> snapshot.atPlace(wrong));
            assertThrows(IndexOutOfBoundsException.class, () -> snapshot.placeOf(wrong));
        }
    }

    @Test
    void is_opened_again_as_it_was() {
        ItemSnapshot first = imported(ListedItems.random("a", 500, 7));
        ItemSnapshot again = assertInstanceOf(State.Ready.class, snapshots().current()).snapshot();
        assertEquals(first.description(), again.description());
        assertEquals(first.inShelfOrder().toList(), again.inShelfOrder().toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ItemRecord item(String barcode, String callNumber, String location) {
        return ItemRecord.of(new ItemBarcode(barcode), "Title", callNumber,
                new ItemGroup("XYZ", "MAIN", location, "", "BOOK", "Book", "AVAILABLE"));
    }

    private Snapshots snapshots() {
        return new Snapshots(folder, Optional::empty, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private ItemSnapshot imported(ListedItems source) {
        return assertInstanceOf(Imported.Done.class, snapshots().replace(source, ListedItems.KEYS, 0, Monitor.SILENT))
                .snapshot();
    }
}
