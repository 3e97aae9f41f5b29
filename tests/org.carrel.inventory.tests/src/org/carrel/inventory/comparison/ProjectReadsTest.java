/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.inventory.comparison.ProjectReads.Condition;
import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was read for a project")
class ProjectReadsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<InventorySession> SESSIONS = List.of(new InventorySession(1, 7, "ab", "wand", NOW, 0),
            new InventorySession(2, 7, "cd", "cart", NOW, 0));

    private final List<InventoryRead> reads = new ArrayList<>();

    @Test
    void is_a_stretch_for_each_shelf_of_each_session_however_they_are_mixed() {
        read(1, Kind.ITEM, "1");
        read(2, Kind.SHELF, "RESERVE");
        read(2, Kind.ITEM, "11");
        read(1, Kind.ITEM, "2");
        read(1, Kind.SHELF, "");
        read(1, Kind.SHELF, "STACKS");
        read(2, Kind.ITEM, "12");
        read(1, Kind.ITEM, "3");

        ProjectReads project = ProjectReads.of(SESSIONS, reads);
        assertEquals(List.of(":1 2", "RESERVE:11 12", "STACKS:3"), stretches(project));
        assertEquals(List.of("ab", "cd", "ab"),
                project.stretches().stream().map(stretch -> stretch.reads().getFirst().person()).toList());
    }

    @Test
    void has_what_was_found_without_a_scan_by_itself_and_the_last_mark_counts() {
        read(1, Kind.ITEM, "1");
        read(1, Kind.FOUND, "2");
        read(1, Kind.NOT_FOUND, "3");
        read(1, Kind.FOUND, "4");
        read(2, Kind.NOT_FOUND, "4");
        read(1, Kind.NOT_FOUND, "5");
        read(2, Kind.FOUND, "5");
        read(1, Kind.FOUND, "1");

        ProjectReads project = ProjectReads.of(SESSIONS, reads);
        assertEquals(List.of(":1", ":2", ":5"), stretches(project), "what was scanned is not read twice");
        assertEquals(Set.of(new ItemBarcode("3"), new ItemBarcode("4")), project.notFound());
    }

    @Test
    void knows_conditions_of_the_item_that_its_own_session_read_last() {
        read(1, Kind.CONDITION, "nothing");
        read(1, Kind.ITEM, "1");
        read(2, Kind.ITEM, "2");
        read(1, Kind.CONDITION, "damaged");
        read(1, Kind.SHELF, "STACKS");
        read(1, Kind.CONDITION, "relabel");
        read(2, Kind.FOUND, "9");
        read(2, Kind.CONDITION, "outdated");

        assertEquals(List.of(new Condition(new ItemBarcode("1"), "damaged", NOW, "ab"),
                new Condition(new ItemBarcode("1"), "relabel", NOW, "ab"),
                new Condition(new ItemBarcode("9"), "outdated", NOW, "cd")),
                ProjectReads.of(SESSIONS, reads).conditions());
    }

    @Test
    void does_not_count_a_read_that_was_taken_back_in_its_own_session() {
        read(1, Kind.ITEM, "1");
        read(1, Kind.ITEM, "2");
        read(2, Kind.ITEM, "2");
        read(1, Kind.SHELF, "");
        read(1, Kind.ITEM, "3");
        read(1, Kind.TAKEN_BACK, "3");
        read(1, Kind.CONDITION, "damaged");
        read(1, Kind.TAKEN_BACK, "2");
        read(1, Kind.TAKEN_BACK, "9");
        read(1, Kind.ITEM, "4");

        ProjectReads project = ProjectReads.of(SESSIONS, reads);
        assertEquals(List.of(":1", ":2", ":4"), stretches(project));
        assertEquals(List.of(), project.conditions(), "nor is anything said of it");
    }

    @Test
    void holds_what_a_wand_reads_against_what_it_reads_alone() {
        read(1, Kind.ITEM, "1");
        read(1, Kind.REACH, "5");
        read(1, Kind.ITEM, "2");
        read(1, Kind.REACH, "5");
        read(1, Kind.ITEM, "3");
        read(2, Kind.ITEM, "8");
        read(1, Kind.REACH, "0");
        read(1, Kind.ITEM, "4");

        ProjectReads project = ProjectReads.of(SESSIONS, reads);
        assertEquals(List.of(":1", ":2 3", ":8", ":4"), stretches(project));
        assertEquals(List.of(0, 5, 0, 0), project.stretches().stream().map(Stretch::reach).toList());
    }

    @Test
    void forgets_marks_and_conditions_that_were_taken_back_whoever_said_them() {
        read(1, Kind.FOUND, "1");
        read(2, Kind.UNMARKED, "1");
        read(1, Kind.NOT_FOUND, "2");
        read(1, Kind.UNMARKED, "2");
        read(1, Kind.ITEM, "3");
        read(1, Kind.CONDITION, "damaged");
        read(1, Kind.CONDITION, "relabel");
        read(2, Kind.ABOUT, "3");
        read(2, Kind.NO_CONDITION, "DAMAGED");
        read(2, Kind.ABOUT, "4");
        read(2, Kind.CONDITION, "outdated");

        ProjectReads project = ProjectReads.of(SESSIONS, reads);
        assertEquals(List.of(":3"), stretches(project), "what something is said about is not read by that");
        assertEquals(Set.of(), project.notFound());
        assertEquals(List.of("3 relabel", "4 outdated"),
                project.conditions().stream().map(said -> said.barcode() + " " + said.code()).toList());
    }

    @Test
    void cannot_be_what_no_shelf_has() {
        for (Kind kind : List.of(Kind.ITEM, Kind.FOUND, Kind.NOT_FOUND)) {
            assertThrows(IllegalArgumentException.class, () -> new Mark(kind, "a\u0001b", NOW));
            assertThrows(IllegalArgumentException.class, () -> new Mark(kind, "1".repeat(101), NOW));
        }
        assertThrows(IllegalArgumentException.class, () -> new Mark(Kind.CONDITION, " ", NOW));
        assertThrows(IllegalArgumentException.class, () -> new Mark(Kind.SHELF, "x".repeat(256), NOW));
        for (String reach : List.of("", "-1", "31", "5 ", "five")) {
            assertThrows(IllegalArgumentException.class, () -> new Mark(Kind.REACH, reach, NOW));
        }
    }

    private void read(long session, Kind kind, String text) {
        reads.add(new InventoryRead(reads.size() + 1, session, new Mark(kind, text, NOW)));
    }

    private static List<String> stretches(ProjectReads project) {
        return project.stretches().stream().map(stretch -> stretch.location() + ":" + stretch.reads().stream()
                .map(read -> read.barcode().value()).collect(Collectors.joining(" "))).toList();
    }
}
