/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What still stands of what was read")
class StandingReadsTest {

    private final List<InventoryRead> reads = new ArrayList<>();

    private StandingReadsTest read(long session, Kind kind, String text) {
        reads.add(new InventoryRead(reads.size() + 1L, session, new Mark(kind, text, ShelfInTest.NOON)));
        return this;
    }

    private List<String> standing() {
        return StandingReads.of(reads).stream()
                .map(read -> read.sequence() + " " + read.mark().kind() + " " + read.mark().text()).toList();
    }

    @Test
    void is_all_but_the_last_read_of_what_was_taken_back() {
        read(1, Kind.ITEM, "1").read(1, Kind.ITEM, "2").read(1, Kind.ITEM, "1").read(1, Kind.TAKEN_BACK, "1");
        assertEquals(List.of("1 ITEM 1", "2 ITEM 2"), standing());
        read(1, Kind.ITEM, "1");
        assertEquals(List.of("1 ITEM 1", "2 ITEM 2", "5 ITEM 1"), standing());
    }

    @Test
    void is_of_each_session_by_itself() {
        read(1, Kind.ITEM, "1").read(2, Kind.ITEM, "1").read(1, Kind.TAKEN_BACK, "1");
        assertEquals(List.of("2 ITEM 1"), standing());
    }

    @Test
    void has_neither_marks_nor_conditions_that_were_taken_back() {
        read(1, Kind.FOUND, "1").read(1, Kind.NOT_FOUND, "2").read(1, Kind.CONDITION, "damaged");
        read(1, Kind.NO_CONDITION, "damaged").read(1, Kind.UNMARKED, "2").read(1, Kind.SHELF, "Stacks");
        assertEquals(List.of("1 FOUND 1", "6 SHELF Stacks"), standing());
    }

    @Test
    void is_not_disturbed_by_what_takes_back_nothing() {
        read(1, Kind.TAKEN_BACK, "1").read(1, Kind.ITEM, "1");
        assertEquals(List.of("2 ITEM 1"), standing());
    }
}
