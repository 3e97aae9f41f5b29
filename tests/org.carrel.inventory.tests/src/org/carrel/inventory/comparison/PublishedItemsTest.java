/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.ItemSnapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/**
 * The shelves of 2,903 items of a published catalogue, disarranged in a known way. The file lies beside the checkout.
 */
@DisplayName("The shelves of a published item file")
class PublishedItemsTest {

    private static final String FOLDER = "CARREL_CONFORMANCE_DATA";
    private static final String SOME_LOCATION = "STACKS";
    private static final String SOME_BRANCH = "VA@ALDERMAN";
    private static final int FAR = 40;
    private static final int SHORTEST_STRETCH = 40;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @RepeatedTest(5)
    @DisplayName("with 30 books removed, 25 moved, 5 foreign and 10 on loan have exactly these findings")
    void have_exactly_the_findings_that_were_made() throws IOException {
        List<ItemRecord> file = items();
        assertEquals(2903, file.size());
        Map<Kind, Set<String>> expected = new EnumMap<>(Kind.class);
        List<ItemRecord> here = new ArrayList<>(file.stream().filter(this::isInSomeStacks).toList());
        Collections.shuffle(here, random);
        Set<String> removed = barcodes(here.subList(0, 30));
        Set<String> moved = barcodes(here.subList(30, 55));
        Set<String> onLoan = barcodes(here.subList(55, 65));
        Set<String> foreign = new TreeSet<>(List.of("F-1", "F-2", "F-3", "F-4", "F-5"));
        expected.put(Kind.MISSING, removed);
        expected.put(Kind.MISPLACED, moved);
        expected.put(Kind.WRONG_STATUS, onLoan);
        expected.put(Kind.UNKNOWN_BARCODE, foreign);

        List<ItemRecord> changed = file.stream()
                .map(item -> onLoan.contains(item.barcode().value()) ? lent(item) : item).toList();
        ItemSnapshot snapshot = new ListedItems(changed, Shelves.NUMBERS);
        List<List<String>> stretches = new ArrayList<>();
        shelves(snapshot).forEach(shelf -> stretches.addAll(cut(disarranged(snapshot, shelf, removed, moved))));
        Collections.shuffle(stretches, random);
        foreign.forEach(barcode -> {
            List<String> stretch = stretches.get(random.nextInt(stretches.size()));
            stretch.add(random.nextInt(stretch.size() + 1), barcode);
        });

        Map<Kind, Set<String>> found = new EnumMap<>(Kind.class);
        for (String branch : branches(snapshot)) {
            findings(snapshot, branch, stretches).forEach(finding -> found
                    .computeIfAbsent(finding.kind(), kind -> new TreeSet<>()).add(barcode(finding)));
        }
        assertEquals(expected, found, () -> "seed " + seed);
    }

    /** What one crew finds: each reads the stretches of its own branch. */
    private List<Finding> findings(ItemSnapshot snapshot, String branch, List<List<String>> stretches) {
        ScopedItems items = Shelves.ready(ScopedItems.of(snapshot, Scope.of(branch), Shelves.NUMBERS));
        List<Stretch> own = stretches.stream().filter(stretch -> branch.equals(branchOf(snapshot, stretch)))
                .map(stretch -> Stretch.of(stretch.stream().map(Shelves::one).toList())).toList();
        Comparison comparison = Comparison.of(items, own, Judging.of(Coverage.WHOLE_SCOPE));
        assertTrue(comparison.inventoried().allMatch(number -> snapshot.item(number).branch().equals(branch)));
        return comparison.findings();
    }

    private static String branchOf(ItemSnapshot snapshot, List<String> stretch) {
        return stretch.stream().flatMap(barcode -> snapshot.find(new ItemBarcode(barcode)).stream()).findFirst()
                .orElseThrow().branch();
    }

    /**
     * The books of one shelving location as they stand: without the removed ones, the moved ones far from their place.
     */
    private List<String> disarranged(ItemSnapshot snapshot, ItemSnapshot.Places shelf, Set<String> removed,
            Set<String> moved) {
        List<Integer> numbers = new ArrayList<>(
                IntStream.range(shelf.from(), shelf.to()).map(snapshot::atPlace).boxed().toList());
        numbers.removeIf(number -> removed.contains(barcode(snapshot, number)) || !isThere(snapshot, number));
        List<Integer> strays = numbers.stream().filter(number -> moved.contains(barcode(snapshot, number))).toList();
        numbers.removeAll(strays);
        for (int stray : strays) {
            int at = random.nextInt(numbers.size() + 1);
            while (!isFar(snapshot, numbers, stray, at)) {
                at = random.nextInt(numbers.size() + 1);
            }
            numbers.add(at, stray);
        }
        return numbers.stream().map(number -> barcode(snapshot, number)).toList();
    }

    /** Whether many books with other keys stand between {@code at} and where {@code stray} belongs. */
    private static boolean isFar(ItemSnapshot snapshot, List<Integer> numbers, int stray, int at) {
        byte[] key = snapshot.shelfKey(stray);
        int between = 0;
        for (int i = 0; i < numbers.size(); i++) {
            int order = Arrays.compareUnsigned(snapshot.shelfKey(numbers.get(i)), key);
            between += i < at && order > 0 || i >= at && order < 0 ? 1 : 0;
        }
        return between > FAR;
    }

    private static boolean isThere(ItemSnapshot snapshot, int number) {
        ItemRecord item = snapshot.item(number);
        return item.status().expectedOnShelf() || item.group().statusText().equals("ON LOAN");
    }

    private List<List<String>> cut(List<String> shelf) {
        List<List<String>> stretches = new ArrayList<>();
        int from = 0;
        while (from < shelf.size()) {
            int to = from + SHORTEST_STRETCH + random.nextInt(SHORTEST_STRETCH);
            if (to + SHORTEST_STRETCH > shelf.size()) {
                to = shelf.size();
            }
            stretches.add(new ArrayList<>(shelf.subList(from, to)));
            from = to;
        }
        return stretches;
    }

    private static Stream<ItemSnapshot.Places> shelves(ItemSnapshot snapshot) {
        Set<List<String>> known = new HashSet<>();
        return snapshot.groups().keySet().stream().filter(group -> known.add(List.of(group.branch(), group.location())))
                .map(group -> snapshot.places(group.branch(), group.location()));
    }

    private static Set<String> branches(ItemSnapshot snapshot) {
        Set<String> branches = new TreeSet<>();
        snapshot.groups().keySet().forEach(group -> branches.add(group.branch()));
        return branches;
    }

    private boolean isInSomeStacks(ItemRecord item) {
        return item.branch().equals(SOME_BRANCH) && item.location().equals(SOME_LOCATION)
                && item.status().expectedOnShelf() && Shelves.NUMBERS.read(item).isUnderstood();
    }

    private static ItemRecord lent(ItemRecord item) {
        ItemGroup group = item.group();
        return new ItemRecord(item.barcode(), item.title(), item.author(), item.callNumber(), item.callNumberScheme(),
                item.enumeration(), item.oclcNumber(),
                new ItemGroup(group.institution(), group.branch(), group.permanentLocation(), group.temporaryLocation(),
                        group.itemType(), group.material(), "ON LOAN"),
                item.due(), item.issued(), item.lastIssued(), item.lastInventoried(), item.deleted());
    }

    private static Set<String> barcodes(List<ItemRecord> items) {
        Set<String> barcodes = new TreeSet<>();
        items.forEach(item -> barcodes.add(item.barcode().value()));
        return barcodes;
    }

    private static String barcode(ItemSnapshot snapshot, int number) {
        return snapshot.item(number).barcode().value();
    }

    private static String barcode(Finding finding) {
        return switch (finding) {
            case Finding.Missing missing -> missing.item().barcode().value();
            case Finding.InCondition said -> said.said().barcode().value();
            case Finding.OfRead of -> of.read().barcode().value();
        };
    }

    private static List<ItemRecord> items() throws IOException {
        String folder = System.getenv(FOLDER);
        assumeTrue(folder != null && !folder.isBlank(), FOLDER + " is not set");
        Optional<Path> file;
        try (Stream<Path> files = Files.list(Path.of(folder, "inventories"))) {
            file = files.filter(path -> path.getFileName().toString().contains("Circulation_Item_Inventories"))
                    .findFirst();
        }
        List<String> lines = Files.readAllLines(file.orElseThrow());
        List<String> header = List.of(lines.get(0).split("\\|", -1));
        return lines.stream().skip(1).map(line -> item(header, line.split("\\|", -1))).toList();
    }

    private static ItemRecord item(List<String> header, String[] row) {
        ItemGroup group = new ItemGroup(row[header.indexOf("Institution_Symbol")],
                row[header.indexOf("Item_Holding_Location")], row[header.indexOf("Item_Permanent_Shelving_Location")],
                row[header.indexOf("Item_Temporary_Shelving_Location")], row[header.indexOf("Item_Type")],
                row[header.indexOf("Material_Format")], row[header.indexOf("Item_Status_Current_Status")]);
        return new ItemRecord(new ItemBarcode(row[header.indexOf("Item_Barcode")]), row[header.indexOf("Title")], "",
                row[header.indexOf("Item_Call_Number")], "", row[header.indexOf("Item_Enumeration_and_Chronology")], "",
                group, Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
