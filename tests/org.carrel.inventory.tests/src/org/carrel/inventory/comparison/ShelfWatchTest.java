/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A watch on the shelf while it is read")
class ShelfWatchTest {

    private static final Judging JUDGING = Judging.of(Coverage.WHAT_WAS_READ);

    private static ShelfWatch watch(Shelves shelves) {
        return new ShelfWatch(shelves.all(), JUDGING);
    }

    @Test
    void has_nothing_to_say_when_all_is_well() {
        ShelfWatch watch = watch(Shelves.numbered(3));
        for (String barcode : List.of("1", "2", "3")) {
            Verdict verdict = watch.read(Shelves.one(barcode));
            assertTrue(verdict.isGood());
            assertEquals(Optional.of("Title " + barcode), verdict.item().map(item -> item.title()));
        }
    }

    @Test
    void speaks_up_when_one_more_book_is_to_be_moved_until_another_stretch_begins() {
        ShelfWatch watch = watch(Shelves.numbered(9));
        assertTrue(watch.read(Shelves.one("5")).isGood());
        assertTrue(watch.read(Shelves.one("6")).isGood());
        Verdict verdict = watch.read(Shelves.one("2"));
        assertFalse(verdict.inOrder());
        assertEquals(List.of(), verdict.findings());
        assertTrue(watch.read(Shelves.one("7")).isGood(), "7 is right, whatever 2 does here");
        watch.begin("STACKS", 0);
        assertTrue(watch.read(Shelves.one("1")).isGood());
        assertFalse(watch.read(Shelves.one("1")).isGood());
    }

    @Test
    void leaves_the_order_of_what_a_wand_reads_for_later() {
        ShelfWatch watch = watch(Shelves.numbered(9));
        watch.begin("", 2);
        assertTrue(watch.read(Shelves.one("5")).isGood());
        assertTrue(watch.read(Shelves.one("4")).isGood());
    }

    @Test
    void knows_where_it_is() {
        ShelfWatch watch = watch(
                Shelves.numbered(2).add("3", "QA1 .A3", Shelves.group(Shelves.BRANCH, "ATLAS", "AVAILABLE")));
        watch.begin("STACKS", 0);
        assertEquals(Kind.WRONG_LOCATION, watch.read(Shelves.one("3")).findings().get(0).kind());
        watch.begin("ATLAS", 0);
        assertEquals(Kind.WRONG_LOCATION, watch.read(Shelves.one("1")).findings().get(0).kind());
    }

    @Test
    @DisplayName("finds what a comparison finds of the same reads")
    void finds_what_a_comparison_finds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Shelves shelves = Shelves.numbered(30).add("7", "QA7 .B2")
                .add("on loan", "QA8 .B2", Shelves.group(Shelves.BRANCH, "STACKS", "ON LOAN"))
                .add("law", "QA9 .B2", Shelves.group("LAW", "STACKS", "AVAILABLE"));
        List<String> barcodes = new ArrayList<>(List.of("on loan", "law", "nobody's", "1", "1", "7"));
        for (int i = 0; i < 60; i++) {
            barcodes.add(Integer.toString(1 + random.nextInt(40)));
        }
        Collections.shuffle(barcodes, random);
        ShelfWatch watch = watch(shelves);
        List<Finding> watched = new ArrayList<>();
        barcodes.forEach(barcode -> watched.addAll(watch.read(Shelves.one(barcode)).findings()));
        List<Finding> compared = new ArrayList<>(Comparison
                .of(shelves.all(), List.of(Shelves.read(barcodes.toArray(String[]::new))), JUDGING).findings());
        compared.removeIf(finding -> finding.kind() == Kind.MISPLACED || finding.kind() == Kind.MISSING);
        assertEquals(compared, watched, () -> "seed " + seed);
        assertEquals(5, new HashSet<>(compared.stream().map(Finding::kind).toList()).size(), () -> "seed " + seed);
    }
}
