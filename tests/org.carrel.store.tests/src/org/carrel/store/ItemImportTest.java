/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.model.port.ItemSnapshots.ShelfKeys;
import org.carrel.model.port.ItemSnapshots.State;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.ItemSource.BadRow;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.carrel.model.port.Subscription;
import org.carrel.testkit.TestDataKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An import of items")
class ItemImportTest {

    private static final ListedItems FORMER = ListedItems.random("former", 2_000, 1);
    private static final ListedItems NEXT = ListedItems.random("next", 3_000, 2);

    @TempDir
    Path folder;

    private ItemStore store;

    @BeforeEach
    void open() {
        store = new ItemStore(TestBranch.in(folder), Clock.systemUTC());
    }

    @Test
    void is_not_there_before_the_first_one() {
        assertEquals(new State.None(), store.current());
        assertThrows(IOException.class, () -> store.badRows(row -> {}));
    }

    @Test
    void takes_the_place_of_the_former_which_can_still_be_read() throws IOException {
        ItemSnapshot former = done(FORMER);
        ItemSnapshot next = done(NEXT);
        assertEquals("next", current().description().name());
        assertEquals(NEXT.items(), all(next));
        assertEquals(FORMER.items(), all(former));
        assertEquals(Set.of("current", "lock", next.description().id() + ".items",
                next.description().id() + ".bad-rows"), files());
    }

    @Test
    void takes_its_place_also_in_another_process_on_the_same_folder() {
        done(FORMER);
        ItemStore other = new ItemStore(TestBranch.in(folder), Clock.systemUTC());
        assertInstanceOf(State.Ready.class, other.current());
        ItemSnapshot next = done(NEXT);
        assertEquals(next.description(), assertInstanceOf(State.Ready.class, other.current()).snapshot().description());
    }

    @Test
    void while_others_read_shows_each_of_them_a_whole_snapshot() throws Exception {
        done(FORMER);
        CountDownLatch swapping = new CountDownLatch(1);
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> reading = new ArrayList<>();
            for (int reader = 0; reader < 3; reader++) {
                reading.add(readers.submit(() -> {
                    int looks = 0;
                    while (looks == 0 || swapping.getCount() > 0) {
                        ItemSnapshot seen = current();
                        ListedItems whole = seen.description().name().equals("former") ? FORMER : NEXT;
                        assertEquals(whole.items(), all(seen));
                        looks++;
                    }
                    return looks;
                }));
            }
            for (int swap = 0; swap < 20; swap++) {
                done(swap % 2 == 0 ? NEXT : FORMER);
            }
            swapping.countDown();
            for (Future<Integer> looks : reading) {
                assertTrue(looks.get(2, TimeUnit.MINUTES) > 0);
            }
        }
    }

    @Test
    void that_is_cancelled_at_any_moment_leaves_the_former_untouched() throws IOException {
        ItemSnapshot former = done(FORMER);
        Set<String> files = files();
        ListedItems.Stopping watching = new ListedItems.Stopping(Integer.MAX_VALUE);
        assertInstanceOf(Imported.Done.class, store.replace(FORMER, ListedItems.KEYS, watching));
        former = current();
        files = files();
        // The last word comes when all is done.
        int moments = watching.asked() - 1;
        assertTrue(moments > 2_000, "moments: " + moments);
        for (int moment = 0; moment < moments; moment += moment < moments - 8 ? 199 : 1) {
            Imported ending = store.replace(FORMER, ListedItems.KEYS, new ListedItems.Stopping(moment));
            assertEquals(new Imported.Cancelled(), ending, "moment " + moment + " of " + moments);
            assertEquals(former.description(), current().description());
            assertEquals(files, files());
        }
    }

    @Test
    void with_fewer_items_than_are_asked_for_leaves_the_former_ones_in_place() {
        int items = NEXT.items().size();
        ItemSnapshot former = done(FORMER);
        assertEquals(new Imported.TooFew(items), store.replace(NEXT, ListedItems.KEYS, items + 1L, Monitor.SILENT));
        assertEquals(former.description(), current().description());
        assertInstanceOf(Imported.Done.class, store.replace(NEXT, ListedItems.KEYS, items, Monitor.SILENT));
    }

    @Test
    void that_fails_leaves_the_former_untouched_and_says_why() throws IOException {
        ItemSnapshot former = done(FORMER);
        Set<String> files = files();
        List<String> sentences = new ArrayList<>();
        for (IOException failure : List.of(new UnreadableItemFileException("Not an item file."),
                new IOException("the disk"))) {
            sentences.add(assertInstanceOf(Imported.Failed.class,
                    store.replace(new Failing(failure), ListedItems.KEYS, Monitor.SILENT)).sentence());
            assertEquals(former.description(), current().description());
            assertEquals(files, files());
        }
        assertEquals("Not an item file.", sentences.getFirst());
        assertTrue(sentences.getLast().contains("stay"), sentences.getLast());
    }

    @Test
    void that_meets_a_mistake_in_the_program_leaves_the_former_untouched() throws IOException {
        ItemSnapshot former = done(FORMER);
        Set<String> files = files();
        assertThrows(IllegalStateException.class, () -> store.replace(NEXT, new KeysThatFail(), Monitor.SILENT));
        assertEquals(former.description(), current().description());
        assertEquals(files, files());
    }

    @Test
    void of_a_file_with_bad_rows_only_fails() {
        done(FORMER);
        Imported ending = store.replace(new ListedItems("none", List.of(),
                List.of(new BadRow(2, Reason.WRONG_FIELD_COUNT, false, "a|b"))), ListedItems.KEYS, Monitor.SILENT);
        assertTrue(assertInstanceOf(Imported.Failed.class, ending).sentence().contains("bad"));
        assertEquals("former", current().description().name());
    }

    @Test
    void of_a_file_where_a_column_was_taken_for_another_fails() {
        List<ItemRecord> items = IntStream.range(0, 100_002).mapToObj(i -> ItemRecord.of(new ItemBarcode("b" + i), "T",
                "C", new ItemGroup("X", "M", "place " + i, "", "", "", ""))).toList();
        Imported ending = store.replace(new ListedItems("wrong", items), ListedItems.KEYS, Monitor.SILENT);
        assertTrue(assertInstanceOf(Imported.Failed.class, ending).sentence().contains("wrong"));
        assertEquals(new State.None(), store.current());
    }

    @Test
    void while_another_is_under_way_fails() throws IOException {
        List<Imported> inner = new ArrayList<>();
        ItemStore other = new ItemStore(TestBranch.in(folder), Clock.systemUTC());
        ItemSource source = new Failing(new IOException("over")) {
            @Override
            public void read(Sink sink) {
                inner.add(store.replace(NEXT, ListedItems.KEYS, Monitor.SILENT));
                inner.add(other.replace(NEXT, ListedItems.KEYS, Monitor.SILENT));
            }
        };
        store.replace(source, ListedItems.KEYS, Monitor.SILENT);
        assertEquals(2, inner.size());
        inner.forEach(ending -> assertTrue(
                assertInstanceOf(Imported.Failed.class, ending).sentence().contains("under way"), ending.toString()));
        assertEquals(new State.None(), store.current());
    }

    @Test
    void on_a_disk_that_becomes_full_leaves_the_former_untouched() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 3)) {
            store = new ItemStore(TestBranch.in(disk.folder()), Clock.systemUTC());
            done(ListedItems.random("small", 500, 3));
            Imported ending = store.replace(ListedItems.random("big", 40_000, 4), ListedItems.KEYS, Monitor.SILENT);
            assertTrue(assertInstanceOf(Imported.Failed.class, ending).sentence().contains("room"),
                    ending.toString());
            assertEquals("small", current().description().name());
            assertEquals(500, all(current()).size());
        }
    }

    @Test
    void keeps_its_bad_rows_and_duplicates_with_their_lines() throws IOException {
        List<BadRow> bad = IntStream.range(0, 5_000).mapToObj(i -> new BadRow(i + 2L,
                i % 2 == 0 ? Reason.WRONG_FIELD_COUNT : Reason.NOT_UTF8, i % 2 == 1, "row é|" + "x".repeat(i % 90)))
                .toList();
        ItemRecord twin = FORMER.items().getFirst();
        Imported.Done done = assertInstanceOf(Imported.Done.class,
                store.replace(new ListedItems("bad", List.of(twin, twin), bad), ListedItems.KEYS, Monitor.SILENT));
        assertEquals(Map.of(Reason.WRONG_FIELD_COUNT, 2_500L, Reason.NOT_UTF8, 2_500L, Reason.DUPLICATE_BARCODE, 2L),
                done.bad());
        assertEquals(5_002, done.snapshot().description().badRows());
        List<BadRow> kept = badRows();
        assertEquals(bad, kept.subList(0, 5_000));
        assertEquals(List.of(2L, 3L), kept.subList(5_000, 5_002).stream().map(BadRow::line).toList());
    }

    @Test
    void with_a_key_leaves_no_row_in_clear_on_the_disk_and_notices_what_was_changed() throws IOException {
        store = new ItemStore(TestBranch.in(folder).with(new TestDataKey("one")), Clock.systemUTC());
        BadRow row = new BadRow(2, Reason.WRONG_FIELD_COUNT, false, "borrowed by Jane Doe|x");
        store.replace(new ListedItems("bad", FORMER.items(), List.of(row)), ListedItems.KEYS, Monitor.SILENT);
        assertEquals(List.of(row), badRows());
        Path file = folder.resolve("data/items/" + current().description().id() + ".bad-rows");
        byte[] sealed = Files.readAllBytes(file);
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("Jane"));
        sealed[sealed.length - 1] ^= 1;
        Files.write(file, sealed);
        assertThrows(IOException.class, this::badRows);
        Files.write(file, new byte[0]);
        assertThrows(IOException.class, this::badRows);
    }

    @Test
    void is_told_to_observers_until_they_have_heard_enough() {
        List<String> heard = new ArrayList<>();
        Subscription subscription = store.observe(snapshot -> heard.add(snapshot.description().name()));
        done(FORMER);
        subscription.close();
        done(NEXT);
        assertEquals(List.of("former"), heard);
    }

    private ItemSnapshot done(ListedItems source) {
        return assertInstanceOf(Imported.Done.class, store.replace(source, ListedItems.KEYS, Monitor.SILENT))
                .snapshot();
    }

    private ItemSnapshot current() {
        return assertInstanceOf(State.Ready.class, store.current()).snapshot();
    }

    private List<BadRow> badRows() throws IOException {
        List<BadRow> rows = new ArrayList<>();
        store.badRows(rows::add);
        return rows;
    }

    private static List<ItemRecord> all(ItemSnapshot snapshot) {
        return IntStream.range(0, snapshot.size()).mapToObj(snapshot::item).toList();
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/items"))) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    /** A file that can be read half-way. */
    private static class Failing implements ItemSource {

        private final IOException failure;

        Failing(IOException failure) {
            this.failure = failure;
        }

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public LocalDate asOf() {
            return ListedItems.DAY;
        }

        @Override
        public void read(Sink sink) throws IOException {
            sink.item(2, NEXT.items().getFirst());
            throw failure;
        }
    }

    private static final class KeysThatFail implements ShelfKeys {
        @Override
        public byte[] of(ItemRecord item) {
            throw new IllegalStateException("a mistake");
        }

        @Override
        public String version() {
            return "";
        }
    }
}
