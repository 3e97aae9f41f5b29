/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ListedItems;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.ItemStatus;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventoryRules;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Libraries, scopes, scans and marks that are made up, thousands of them. What is in a scope is said here once more, in
 * plain words, and not asked of the code that is tested.
 */
@DisplayName("Outside the scope of an inventory")
class ScopePropertiesTest {

    private static final int ROUNDS = 3_000;
    private static final List<String> BRANCHES = List.of("MAIN", "EAST");
    private static final List<String> LOCATIONS = List.of("STACKS", "RESERVE", "REF");
    private static final List<String> TYPES = List.of("BOOK", "DVD");
    private static final List<String> STATUSES = List.of("AVAILABLE", "AVAILABLE", "ON LOAN", "LOST", "WITHDRAWN");

    private final Random random = new Random();

    /** An item, and the class of its call number, by which the range of a scope is decided. */
    private record Made(ItemRecord item, int number) {}

    @Test
    void nothing_is_ever_missing_or_inventoried_whatever_was_scanned_and_marked() {
        long seed = System.nanoTime();
        random.setSeed(seed);
        long missing = 0;
        long inventoried = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Made> made = IntStream.range(0, 5 + random.nextInt(40)).mapToObj(this::item).toList();
            ItemSnapshot snapshot = new ListedItems(made.stream().map(Made::item).toList(), Library.NUMBERS);
            Scope scope = scope();
            if (!(ScopedItems.of(snapshot, scope, Library.NUMBERS) instanceof ScopedItems.Found.Ready ready)) {
                continue;
            }
            ProjectReads reads = ProjectReads.of(List.of(new InventorySession(1, 1, "ab", "wand", Instant.EPOCH, 0)),
                    reads(made));
            Coverage coverage = random.nextBoolean() ? Coverage.WHOLE_SCOPE : Coverage.WHAT_WAS_READ;
            Comparison comparison = Comparison.of(ready.items(), reads,
                    ProjectFindings.judging(TestBranch.standard().profile(), coverage, chosen(made)),
                    InventoryRules.standard());
            String about = "seed " + seed + " round " + round + " " + scope;
            missing += checkMissing(made, scope, reads, comparison, about);
            inventoried += checkInventoried(made, scope, reads, comparison, about);
            FindingList listed = FindingList.of(snapshot, comparison, reads, List.of());
            assertEquals(comparison.findings(Kind.MISSING).size(),
                    listed.matching(one -> one.kind() == Kind.MISSING).stream().mapToInt(one -> one.findings().size())
                            .sum(),
                    about);
        }
        System.out.printf("ScopePropertiesTest seed %d: %d missing, %d inventoried%n", seed, missing, inventoried);
        assertTrue(missing > ROUNDS / 10 && inventoried > ROUNDS / 10, "too little happens to say anything");
    }

    private long checkMissing(List<Made> made, Scope scope, ProjectReads reads, Comparison comparison, String about) {
        Set<ItemBarcode> read = read(reads);
        List<Finding> missing = comparison.findings(Kind.MISSING);
        for (Finding finding : missing) {
            ItemRecord item = ((Finding.Missing) finding).item();
            Supplier<String> what = () -> about + ": missing " + item;
            assertTrue(made.stream().anyMatch(one -> one.item().equals(item) && isInside(scope, one)), what);
            assertEquals(ItemStatus.AVAILABLE, item.status(), what);
            long others = made.stream().filter(one -> one.item().barcode().equals(item.barcode())).count();
            assertTrue(others > 1 || !read.contains(item.barcode()), what);
        }
        return missing.size();
    }

    private static long checkInventoried(List<Made> made, Scope scope, ProjectReads reads, Comparison comparison,
            String about) {
        Set<ItemBarcode> read = read(reads);
        int[] inventoried = comparison.inventoried().toArray();
        for (int number : inventoried) {
            Made one = made.get(number);
            Supplier<String> what = () -> about + ": inventoried " + one;
            assertTrue(isInside(scope, one), what);
            assertTrue(read.contains(one.item().barcode()), what);
        }
        return inventoried.length;
    }

    /** The scope in plain words. Call numbers are QA1, QA2 and so on; a range is from one to all of another. */
    private static boolean isInside(Scope scope, Made one) {
        ItemGroup group = one.item().group();
        String where = group.temporaryLocation().isEmpty() ? group.permanentLocation() : group.temporaryLocation();
        return group.branch().equals(scope.branch())
                && (scope.locations().isEmpty() || scope.locations().contains(where))
                && (scope.itemTypes().isEmpty() || scope.itemTypes().contains(group.itemType()))
                && scope.range().map(range -> one.number() >= number(range.from())
                        && one.number() <= number(range.to())).orElse(true);
    }

    private static int number(String callNumber) {
        return Integer.parseInt(callNumber.substring(2));
    }

    private static Set<ItemBarcode> read(ProjectReads reads) {
        Set<ItemBarcode> read = new HashSet<>();
        reads.stretches().forEach(stretch -> stretch.reads().forEach(one -> read.add(one.barcode())));
        return read;
    }

    private Made item(int index) {
        int number = 1 + random.nextInt(30);
        String barcode = random.nextInt(15) == 0 && index > 0 ? Integer.toString(random.nextInt(index))
                : Integer.toString(index);
        ItemGroup group = new ItemGroup("XYZ", any(BRANCHES), any(LOCATIONS),
                random.nextInt(6) == 0 ? any(LOCATIONS) : "", any(TYPES), "Book", any(STATUSES));
        return new Made(ItemRecord.of(new ItemBarcode(barcode), "Title " + index,
                "QA" + number + " .A" + (2 + random.nextInt(8)), group), number);
    }

    private Scope scope() {
        Optional<Scope.Range> range = Optional.empty();
        if (random.nextBoolean()) {
            int from = 1 + random.nextInt(20);
            range = Optional.of(new Scope.Range("QA" + from, "QA" + (from + random.nextInt(15))));
        }
        return new Scope(any(BRANCHES), some(LOCATIONS), some(TYPES), range);
    }

    /** Scans in and out of order, of what is there and what is not, and marks of all kinds. */
    private List<InventoryRead> reads(List<Made> made) {
        List<InventoryRead> reads = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            InventoryRead.Kind kind = random.nextInt(3) > 0 ? InventoryRead.Kind.ITEM
                    : any(List.of(InventoryRead.Kind.values()));
            String text = switch (kind) {
                case SHELF -> random.nextBoolean() ? "" : any(LOCATIONS);
                case CONDITION, NO_CONDITION -> any(List.of("damaged", "relabel", "other"));
                case REACH -> any(List.of("0", "3", "30"));
                default -> random.nextInt(10) == 0 ? "unknown-" + i
                        : made.get(random.nextInt(made.size())).item().barcode().value();
            };
            reads.add(new InventoryRead(reads.size() + 1, 1, new Mark(kind, text, Instant.EPOCH)));
        }
        return reads;
    }

    private Map<ItemBarcode, Integer> chosen(List<Made> made) {
        int number = random.nextInt(made.size());
        return random.nextBoolean() ? Map.of() : Map.of(made.get(number).item().barcode(), number);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Set<String> some(List<String> of) {
        return random.nextBoolean() ? Set.of() : Set.copyOf(Stream.generate(() -> any(of)).limit(2).toList());
    }
}
