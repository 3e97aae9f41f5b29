/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A comparison of shelves with the item file")
class ComparisonTest {

    private static final Judging WHOLE = Judging.of(Coverage.WHOLE_SCOPE);
    private static final Judging PARTIAL = Judging.of(Coverage.WHAT_WAS_READ);

    private static List<String> barcodes(Comparison comparison, Kind kind) {
        return comparison.findings(kind).stream().map(finding -> switch (finding) {
            case Finding.Missing missing -> missing.item().barcode().value();
            case Finding.InCondition said -> said.said().barcode().value();
            case Finding.OfRead of -> of.read().barcode().value();
        }).toList();
    }

    @Test
    void finds_nothing_when_all_is_as_it_should_be() {
        Comparison comparison = Comparison.of(Shelves.numbered(20).all(),
                List.of(Shelves.read(IntStream.rangeClosed(11, 20)), Shelves.read(IntStream.rangeClosed(1, 10))),
                WHOLE);
        assertEquals(List.of(), comparison.findings());
        assertEquals(20, comparison.reads());
        assertArrayEquals(IntStream.range(0, 20).toArray(), comparison.inventoried().toArray());
    }

    @Test
    void misses_what_was_expected_and_not_read() {
        Shelves shelves = Shelves.numbered(5).add("6", "QA6 .A2", Shelves.group(Shelves.BRANCH, "STACKS", "ON LOAN"))
                .add("7", "QA7 .A2", Shelves.group(Shelves.BRANCH, "STACKS", "WITHDRAWN"));
        assertEquals(List.of("2", "4"),
                barcodes(Comparison.of(shelves.all(), List.of(Shelves.read("1", "3", "5")), WHOLE), Kind.MISSING));
    }

    @Test
    void of_a_part_misses_only_what_belongs_between_books_that_were_read_one_after_the_other() {
        Comparison comparison = Comparison.of(Shelves.numbered(200).all(),
                List.of(Shelves.read("50", "51", "53"), Shelves.read("60", "62"), Shelves.read("150")), PARTIAL);
        assertEquals(List.of("52", "61"), barcodes(comparison, Kind.MISSING));
        assertEquals(List.of(Kind.MISSING, Kind.MISSING), comparison.findings().stream().map(Finding::kind).toList());
    }

    @Test
    void of_a_part_does_not_miss_what_a_long_gap_skipped() {
        Comparison comparison = Comparison.of(Shelves.numbered(200).all(), List.of(Shelves.read("1", "2", "4", "150")),
                PARTIAL);
        assertEquals(List.of("3"), barcodes(comparison, Kind.MISSING));
    }

    @Test
    void of_a_part_misses_also_what_somebody_looked_for_but_nothing_that_was_read_or_is_outside() {
        Set<ItemBarcode> notFound = Stream.of("150", "20", "52", "51", "no such item").map(ItemBarcode::new)
                .collect(Collectors.toSet());
        List<Stretch> read = List.of(Shelves.read("50", "51", "53"));
        Comparison comparison = Comparison.of(Shelves.numbered(200).all(), read, PARTIAL.notFound(notFound));
        assertEquals(List.of("20", "52", "150"), barcodes(comparison, Kind.MISSING), "in shelf order, each once");
        assertEquals(3, comparison.findings().size());
    }

    @Test
    void names_the_misplaced_book_and_its_neighbours() {
        Comparison comparison = Comparison.of(Shelves.numbered(9).all(),
                List.of(Shelves.read("1", "8", "2", "3", "4", "5", "6", "7", "9")), WHOLE);
        assertEquals(1, comparison.findings().size());
        Finding.Misplaced found = (Finding.Misplaced) comparison.findings().get(0);
        assertEquals("8", found.item().barcode().value());
        assertEquals(Optional.of("7"), found.behind().map(item -> item.barcode().value()));
        assertEquals(Optional.of("9"), found.before().map(item -> item.barcode().value()));
    }

    @Test
    void finds_a_book_that_strayed_to_the_end_of_another_stretch() {
        Comparison comparison = Comparison.of(Shelves.numbered(30).all(),
                List.of(Shelves.read(IntStream.rangeClosed(11, 30).filter(i -> i != 25)),
                        Shelves.read(IntStream.concat(IntStream.rangeClosed(1, 10), IntStream.of(25)))),
                WHOLE);
        assertEquals(List.of("25"), barcodes(comparison, Kind.MISPLACED));
        assertEquals(1, comparison.findings().size());
    }

    @Test
    void lets_two_people_share_a_shelf() {
        Comparison comparison = Comparison.of(Shelves.numbered(40).all(),
                List.of(Shelves.read(IntStream.rangeClosed(1, 40).filter(i -> i % 2 == 0)),
                        Shelves.read(IntStream.rangeClosed(1, 40).filter(i -> i % 2 == 1))),
                WHOLE);
        assertEquals(List.of(), comparison.findings());
    }

    @Test
    void bears_what_a_wand_swaps() {
        List<ShelfRead> reads = List.of(Shelves.one("2"), Shelves.one("1"), Shelves.one("4"), Shelves.one("3"));
        assertEquals(List.of(),
                Comparison.of(Shelves.numbered(4).all(), List.of(new Stretch("", 1, reads)), WHOLE).findings());
        assertEquals(2, Comparison.of(Shelves.numbered(4).all(), List.of(Stretch.of(reads)), WHOLE).findings().size());
    }

    @Test
    void tells_unknown_from_uncataloged_by_how_barcodes_look() {
        Judging judging = new Judging(Coverage.WHOLE_SCOPE, 30, barcode -> barcode.value().startsWith("3"), Map.of());
        Shelves shelves = Shelves.numbered(1);
        Comparison comparison = Comparison.of(shelves.all(), List.of(Shelves.read("1", "399", "abc")), judging);
        assertEquals(List.of("399"), barcodes(comparison, Kind.UNCATALOGED));
        assertEquals(List.of("abc"), barcodes(comparison, Kind.UNKNOWN_BARCODE));
        assertEquals(2, comparison.findings().size());
    }

    @Test
    void finds_records_that_say_nothing() {
        ItemRecord empty = ItemRecord.of(new ItemBarcode("2"), "", "",
                Shelves.group(Shelves.BRANCH, "STACKS", "AVAILABLE"));
        ScopedItems items = Shelves.ready(ScopedItems.of(new ListedItems(List.of(empty), Shelves.NUMBERS),
                Scope.of(Shelves.BRANCH), Shelves.NUMBERS));
        assertEquals(List.of("2"),
                barcodes(Comparison.of(items, List.of(Shelves.read("2")), WHOLE), Kind.UNCATALOGED));
    }

    @Test
    void finds_what_belongs_elsewhere_and_counts_none_of_it() {
        Shelves shelves = Shelves.numbered(3).add("4", "QA2 .A3", Shelves.group("LAW", "STACKS", "AVAILABLE"))
                .add("5", "QA2 .A4", Shelves.group(Shelves.BRANCH, "ATLAS", "AVAILABLE"));
        Comparison comparison = Comparison.of(shelves.in(Scope.of(Shelves.BRANCH, Set.of("STACKS"))),
                List.of(Shelves.read("1", "5", "2", "4", "3")), WHOLE);
        assertEquals(List.of("5"), barcodes(comparison, Kind.WRONG_LOCATION));
        assertEquals(List.of("4"), barcodes(comparison, Kind.WRONG_BRANCH));
        assertEquals(2, comparison.findings().size());
        assertArrayEquals(new int[] { 0, 1, 2 }, comparison.inventoried().toArray());
    }

    @Test
    void finds_what_belongs_to_another_location_than_the_one_where_it_was_read() {
        Shelves shelves = Shelves.numbered(2).add("5", "QA2 .A4", Shelves.group(Shelves.BRANCH, "ATLAS", "AVAILABLE"));
        Stretch stretch = new Stretch("STACKS", 0, List.of(Shelves.one("1"), Shelves.one("5"), Shelves.one("2")));
        assertEquals(List.of("5"),
                barcodes(Comparison.of(shelves.all(), List.of(stretch), WHOLE), Kind.WRONG_LOCATION));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ON LOAN", "LOST", "WITHDRAWN", "MISSING", "CLAIMED_RETURNED", "IN TRANSIT" })
    void finds_what_should_not_be_here_by_its_status(String status) {
        Shelves shelves = Shelves.numbered(2).add("3", "QA3 .A2", Shelves.group(Shelves.BRANCH, "STACKS", status));
        Comparison comparison = Comparison.of(shelves.all(), List.of(Shelves.read("1", "2", "3")), WHOLE);
        assertEquals(List.of("3"), barcodes(comparison, Kind.WRONG_STATUS));
        assertEquals(1, comparison.findings().size());
    }

    @Test
    void asks_which_item_a_duplicate_barcode_is_and_misses_none_of_them() {
        Shelves shelves = Shelves.numbered(3).add("2", "QA90 .A2");
        Comparison comparison = Comparison.of(shelves.all(), List.of(Shelves.read("1", "2", "3")), WHOLE);
        assertEquals(List.of("2"), barcodes(comparison, Kind.DUPLICATE_BARCODE));
        assertEquals(1, comparison.findings().size());

        Judging chosen = new Judging(Coverage.WHOLE_SCOPE, 30, barcode -> false, Map.of(new ItemBarcode("2"), 1));
        Comparison decided = Comparison.of(shelves.all(), List.of(Shelves.read("1", "2", "3")), chosen);
        assertEquals(List.of(), barcodes(decided, Kind.DUPLICATE_BARCODE));
        assertEquals("QA90 .A2", ((Finding.Missing) decided.findings().get(0)).item().callNumber());
        assertEquals(1, decided.findings().size());
    }

    @Test
    void counts_what_was_scanned_twice_once() {
        Comparison comparison = Comparison.of(Shelves.numbered(3).all(),
                List.of(Shelves.read("1", "2", "1"), Shelves.read("2", "3")), WHOLE);
        assertEquals(List.of("1", "2"), barcodes(comparison, Kind.DUPLICATE_SCAN));
        assertEquals(2, comparison.findings().size());
        assertEquals(5, comparison.reads());
    }

    @Test
    void leaves_alone_what_is_outside_the_range() {
        ScopedItems items = Shelves.numbered(20).in(Scope.of(Shelves.BRANCH).between("QA5", "QA8"));
        Comparison comparison = Comparison.of(items, List.of(Shelves.read("5", "12", "6", "8")), WHOLE);
        assertEquals(List.of("12"), barcodes(comparison, Kind.OUT_OF_RANGE));
        assertEquals(List.of("7"), barcodes(comparison, Kind.MISSING));
        assertEquals(2, comparison.findings().size());
        assertArrayEquals(new int[] { 4, 5, 7 }, comparison.inventoried().toArray());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void has_a_name_and_a_next_step_for_everything(Kind kind) {
        assertFalse(kind.label().isBlank());
        assertTrue(kind.nextStep().endsWith("."));
    }
}
