/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.Scope;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.WriteBackLedger;
import org.carrel.model.port.WriteBackLedger.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the library system is told of inventories")
class WriteBacksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    private TestBranch branch;
    private Store store;
    private long project;

    @BeforeEach
    void open() {
        branch = TestBranch.in(folder);
        store = reopened();
        project = store.makeProject("Spring", Scope.of("MAIN")).orElseThrow().number();
    }

    private Store reopened() {
        return new Store(branch, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static List<ItemBarcode> items(String... barcodes) {
        return Arrays.stream(barcodes).map(ItemBarcode::new).toList();
    }

    private WriteBackEntry entry(int index) {
        return store.writeBacks(project).get(index);
    }

    @Test
    void has_one_entry_for_each_item_of_a_project() {
        assertEquals(2, store.addWriteBacks(project, items("1", "2")));
        assertEquals(1, store.addWriteBacks(project, items("2", "3", "3")));
        assertEquals(items("1", "2", "3"), store.writeBacks(project).stream().map(WriteBackEntry::item).toList());
        long other = store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow().number();
        assertEquals(1, store.addWriteBacks(other, items("1")));
        assertEquals(4, store.writeBacks(other).getFirst().number());
    }

    @Test
    void takes_nothing_for_a_project_that_is_not_there() {
        assertEquals(0, store.addWriteBacks(99, items("1")));
        assertEquals(List.of(), store.writeBacks(99));
    }

    @Test
    void is_there_again_after_a_restart() {
        store.addWriteBacks(project, items("1", "2"));
        long first = entry(0).number();
        store.changeWriteBacks(List.of(new Change(first, State.WAITING, State.IN_FLIGHT, "")));
        store.changeWriteBacks(List.of(new Change(first, State.IN_FLIGHT, State.UNKNOWN, "HTTP 503")));
        store.close();
        store = reopened();
        assertEquals(new WriteBackEntry(first, project, new ItemBarcode("1"), State.UNKNOWN, 1, NOW, "HTTP 503"),
                entry(0));
        assertEquals(new WriteBackEntry(first + 1, project, new ItemBarcode("2"), State.WAITING, 0, NOW, ""),
                entry(1));
    }

    @Test
    void changes_only_what_stands_where_it_has_to() {
        store.addWriteBacks(project, items("1", "2"));
        long first = entry(0).number();
        assertEquals(Set.of(first), store.changeWriteBacks(
                List.of(new Change(first, State.WAITING, State.LEFT, ""),
                        new Change(first + 1, State.UNKNOWN, State.WAITING, ""))));
        assertEquals(Set.of(), store.changeWriteBacks(
                List.of(new Change(first, State.WAITING, State.IN_FLIGHT, ""))));
        assertEquals(State.LEFT, entry(0).state());
        assertEquals(0, entry(0).attempts());
        assertEquals(State.WAITING, entry(1).state());
    }

    @Test
    void cuts_off_what_is_too_long_to_keep() {
        store.addWriteBacks(project, items("1"));
        store.changeWriteBacks(List.of(new Change(entry(0).number(), State.WAITING, State.REFUSED,
                "x".repeat(5_000))));
        assertEquals(WriteBackEntry.LONGEST_DETAIL, entry(0).detail().length());
    }

    @Test
    void takes_a_few_at_a_time_only_so_that_nobody_at_the_desk_waits() {
        List<ItemBarcode> many = Collections.nCopies(WriteBackLedger.MOST_AT_ONCE + 1, new ItemBarcode("1"));
        assertThrows(IllegalArgumentException.class, () -> store.addWriteBacks(project, many));
    }

    @Test
    void goes_with_its_project_and_its_numbers_are_not_given_again() {
        store.addWriteBacks(project, items("1", "2"));
        long last = entry(1).number();
        store.deleteProject(project, TestBranch.DESK);
        assertEquals(List.of(), store.writeBacks(project));
        store.close();
        store = reopened();
        long next = store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow().number();
        store.addWriteBacks(next, items("1"));
        assertTrue(store.writeBacks(next).getFirst().number() > last);
    }

    @Test
    void says_so_when_the_store_is_gone() {
        store.close();
        assertThrows(QueueUnavailableException.class, () -> store.addWriteBacks(project, items("1")));
        assertThrows(QueueUnavailableException.class, () -> store.writeBacks(project));
    }
}
