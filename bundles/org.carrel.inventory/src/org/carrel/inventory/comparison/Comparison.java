/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.internal.Reads;
import org.carrel.inventory.comparison.internal.Rows;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.ItemGroup;
import org.carrel.model.inventory.ConditionCode;
import org.carrel.model.inventory.InventoryRules;
import org.carrel.model.port.ItemSnapshot;

/**
 * What was read on the shelves, compared with a scope of the item file. The order of the stretches does not matter but
 * for which of two reads of one barcode is the first. Immutable.
 *
 * <p>
 * Missing are items that are in the scope, expected on the shelf, were not read, and belong where somebody read or were
 * looked for. To
 * find misplaced books, the stretches of one shelving location are put one behind another by the middle halves of their
 * keys, as long as these do not overlap, and each such row is checked as a whole: so a book that strayed from one
 * stretch to the end of another is found, too. One book alone, as when it was found without a scan, is in no row.
 */
public final class Comparison {

    private final ItemSnapshot.Description itemFile;
    private final List<Finding> findings;
    private final BitSet inventoried;
    private final int reads;

    private Comparison(ItemSnapshot.Description itemFile, List<Finding> findings, BitSet inventoried, int reads) {
        this.itemFile = itemFile;
        this.findings = Collections.unmodifiableList(findings);
        this.inventoried = inventoried;
        this.reads = reads;
    }

    /** Compares; takes O(n log n) for n reads, and looks at each item that could be missing. */
    public static Comparison of(ScopedItems items, List<Stretch> stretches, Judging judging) {
        ItemSnapshot snapshot = items.snapshot();
        Reads reads = new Reads(items, judging);
        stretches.forEach(reads::take);
        List<Finding> findings = new ArrayList<>(reads.findings());
        Rows rows = Rows.of(snapshot, reads.segments());
        findings.addAll(rows.misplaced());

        BitSet seen = reads.seen();
        // What a status means is found out once for each group, not for each of a million items.
        Map<ItemGroup, Boolean> expected = new IdentityHashMap<>();
        IntPredicate isMissing = number -> !seen.get(number) && expected.computeIfAbsent(snapshot.groupOf(number),
                group -> group.status().expectedOnShelf());
        IntConsumer add = number -> findings.add(new Finding.Missing(snapshot.item(number)));
        if (judging.coverage() == Coverage.WHOLE_SCOPE) {
            items.forEach(number -> {
                if (isMissing.test(number)) {
                    add.accept(number);
                }
            });
        } else {
            IntStream lookedFor = judging.notFound().stream().map(snapshot::numbersOf).flatMapToInt(Arrays::stream)
                    .map(snapshot::placeOf);
            IntStream.concat(rows.covered(judging.longestGap()), lookedFor).sorted().distinct().map(snapshot::atPlace)
                    .filter(isMissing).filter(items::contains).forEach(add);
        }
        return new Comparison(snapshot.description(), findings, reads.inScope(), reads.count());
    }

    /**
     * Compares what was read for a project, with what was marked and said of books: what somebody looked for and did
     * not find is missing, and each condition of a book is a finding, the last of all.
     */
    public static Comparison of(ScopedItems items, ProjectReads reads, Judging judging, InventoryRules rules) {
        Comparison read = of(items, reads.stretches(), judging.notFound(reads.notFound()));
        List<Finding> findings = new ArrayList<>(read.findings);
        Set<String> said = new HashSet<>();
        for (ProjectReads.Condition condition : reads.conditions()) {
            if (said.add(condition.code().toUpperCase(Locale.ROOT) + ' ' + condition.barcode().value())) {
                findings.add(new Finding.InCondition(condition, meaning(condition.code(), rules),
                        items.snapshot().find(condition.barcode())));
            }
        }
        return new Comparison(read.itemFile, findings, read.inventoried, read.reads);
    }

    private static ConditionCode meaning(String code, InventoryRules rules) {
        return rules.ofCode(code).orElseGet(() -> ConditionCode.unknown(code));
    }

    /** The item file that was compared with; its date belongs on every report. */
    public ItemSnapshot.Description itemFile() {
        return itemFile;
    }

    /**
     * What was read, as it was read; then what is misplaced, in the order of the row; then what is missing, in shelf
     * order; then what was said of the state of books, as it was said.
     */
    public List<Finding> findings() {
        return findings;
    }

    /** The findings of one kind. */
    public List<Finding> findings(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** How many barcodes were read, with those read twice. */
    public int reads() {
        return reads;
    }

    /**
     * The numbers of the items of the scope that were read where they belong. Ascending. Which of all that was read the
     * library system is told of is decided by {@code org.carrel.inventory.writeback.InventoryPush}.
     */
    public IntStream inventoried() {
        return inventoried.stream();
    }
}
