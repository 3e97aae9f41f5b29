/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryProjects.Recorded;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.testkit.TestDataKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Inventories in the store")
class InventoriesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00.123456789Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Scope SCOPE = new Scope("MAIN", Set.of("Stacks 2", "Référence"), Set.of("DVD"),
            Optional.of(new Scope.Range("QA1", "QA80")));

    @TempDir
    Path folder;

    private TestBranch branch;

    @BeforeEach
    void queue() {
        branch = TestBranch.withQueue(folder);
    }

    @Test
    void projects_are_there_after_a_restart_as_they_were_made_the_newest_first() {
        InventoryProject first;
        InventoryProject second;
        try (Store store = open()) {
            first = store.makeProject("Autumn 2026", SCOPE).orElseThrow();
            second = store.makeProject("Reserve", Scope.of("EAST")).orElseThrow();
            assertEquals(new InventoryProject(first.number(), "Autumn 2026", SCOPE, NOW, Optional.empty(), true),
                    first);
        }
        try (Store store = open()) {
            assertEquals(List.of(second, first), store.projects());
            assertEquals(Optional.of(first), store.project("AUTUMN 2026"));
            assertEquals(Optional.empty(), store.project("Autumn"));
            assertTrue(store.makeProject("Another", SCOPE).orElseThrow().number() > second.number());
        }
    }

    @Test
    void a_name_is_taken_however_it_is_capitalised_and_must_fit() {
        try (Store store = open()) {
            store.makeProject("Autumn", SCOPE).orElseThrow();
            assertEquals(Optional.empty(), store.makeProject("AUTUMN", Scope.of("EAST")));
            assertEquals(1, store.projects().size());
            assertEquals(SCOPE, store.projects().getFirst().scope(), "the one that was there");
            for (String bad : List.of("", " ", " Spring", "x".repeat(201))) {
                assertThrows(IllegalArgumentException.class, () -> store.makeProject(bad, SCOPE), bad);
            }
            Scope long1 = Scope.of("MAIN", Set.of("x".repeat(256)));
            assertThrows(IllegalArgumentException.class, () -> store.makeProject("Spring", long1));
        }
    }

    @Test
    void a_session_of_a_person_with_a_device_goes_on_after_a_restart() {
        long project;
        InventorySession mine;
        try (Store store = open()) {
            project = store.makeProject("Autumn", SCOPE).orElseThrow().number();
            mine = store.session(project, "ab", "wand").orElseThrow();
            assertEquals(new InventorySession(mine.number(), project, "ab", "wand", NOW, 0), mine);
            assertNotEquals(mine.number(), store.session(project, "ab", "cart").orElseThrow().number());
            assertNotEquals(mine.number(), store.session(project, "cd", "wand").orElseThrow().number());
            stored(store.record(mine.number(), List.of(item("1"), item("2"))));
        }
        try (Store store = open()) {
            InventorySession again = store.session(project, "ab", "wand").orElseThrow();
            assertEquals(mine.number(), again.number());
            assertEquals(2, again.reads());
            stored(store.record(again.number(), List.of(item("3"))));
            assertEquals(List.of("1", "2", "3"), texts(store, project));
            assertEquals(List.of("ab wand 3", "ab cart 0", "cd wand 0"), store.sessions(project).stream()
                    .map(one -> one.person() + " " + one.device() + " " + one.reads()).toList());
        }
    }

    @Test
    void every_kind_of_read_is_kept_as_it_was_in_order_and_by_project() {
        List<Mark> marks = Stream.of(Kind.values())
                .map(kind -> new Mark(kind, kind == Kind.REACH ? "30" : "text of " + kind,
                        NOW.plusNanos(kind.ordinal())))
                .toList();
        try (Store store = open()) {
            long project = store.makeProject("Autumn", SCOPE).orElseThrow().number();
            long other = store.makeProject("Spring", SCOPE).orElseThrow().number();
            InventorySession session = store.session(project, "ab", "wand").orElseThrow();
            List<InventoryRead> given = new ArrayList<>(stored(store.record(session.number(), marks)));
            given.addAll(stored(store.record(session.number(), List.of(new Mark(Kind.SHELF, "", NOW)))));
            stored(store.record(store.session(other, "ab", "wand").orElseThrow().number(), List.of(item("x"))));
            assertEquals(given, store.reads(project));
            assertEquals(marks, store.reads(project).subList(0, marks.size()).stream().map(InventoryRead::mark)
                    .toList());
            assertEquals(List.of(), stored(store.record(session.number(), List.of())));
        }
        assertThrows(IllegalArgumentException.class, () -> item(""));
        assertThrows(IllegalArgumentException.class, () -> item("x".repeat(256)));
    }

    @Test
    void a_closed_project_takes_nothing_and_says_so_until_it_is_opened_again() {
        try (Store store = open()) {
            long project = store.makeProject("Autumn", SCOPE).orElseThrow().number();
            long session = store.session(project, "ab", "wand").orElseThrow().number();
            assertEquals(Optional.of(NOW), store.setClosed(project, true).orElseThrow().closedAt());
            assertFalse(store.projects().getFirst().isOpen());
            String sentence = assertInstanceOf(Recorded.NotSaved.class, store.record(session, List.of(item("1"))))
                    .sentence();
            assertTrue(sentence.contains("closed"), sentence);
            assertEquals(Optional.empty(), store.session(project, "ab", "wand"));
            assertTrue(store.setClosed(project, false).orElseThrow().isOpen());
            stored(store.record(session, List.of(item("2"))));
            assertEquals(List.of("2"), texts(store, project));
            assertEquals(Optional.empty(), store.setClosed(project + 1, true));
            assertEquals(Optional.empty(), store.session(project + 1, "ab", "wand"));
            assertInstanceOf(Recorded.NotSaved.class, store.record(session + 1, List.of(item("3"))));
        }
    }

    @Test
    void several_sessions_record_at_once_and_each_keeps_its_order() throws Exception {
        int people = 6;
        int each = 60;
        try (Store store = open(); ExecutorService crew = Executors.newFixedThreadPool(people)) {
            long project = store.makeProject("Autumn", SCOPE).orElseThrow().number();
            List<Future<Long>> all = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                String name = "p" + person;
                all.add(crew.submit(() -> {
                    long session = store.session(project, name, "wand").orElseThrow().number();
                    for (int i = 0; i < each; i++) {
                        stored(store.record(session, List.of(item(Integer.toString(i)))));
                    }
                    return session;
                }));
            }
            Map<Long, List<String>> read = new HashMap<>();
            List<String> expected = Stream.iterate(0, i -> i + 1).limit(each).map(String::valueOf).toList();
            for (Future<Long> one : all) {
                read.put(one.get(), new ArrayList<>());
            }
            assertEquals(people, read.size());
            store.reads(project).forEach(one -> read.get(one.session()).add(one.mark().text()));
            read.values().forEach(texts -> assertEquals(expected, texts));
        }
    }

    @Test
    void that_all_of_it_was_read_is_said_of_one_project_and_stays_said_until_somebody_takes_it_back() {
        long project;
        try (Store store = open()) {
            project = store.makeProject("Autumn", SCOPE).orElseThrow().number();
            store.makeProject("Spring", SCOPE);
            assertTrue(store.setWhole(project, true, TestBranch.DESK).orElseThrow().whole());
            assertEquals(Optional.empty(), store.setWhole(project + 9, true, TestBranch.DESK));
        }
        try (Store store = open()) {
            assertTrue(store.project("Autumn").orElseThrow().whole());
            assertFalse(store.project("Spring").orElseThrow().whole());
            assertFalse(store.setWhole(project, false, TestBranch.DESK).orElseThrow().whole());
        }
    }

    @Test
    void what_cannot_be_written_is_not_acknowledged_and_says_so_loudly() throws Exception {
        Store store = open();
        long project = store.makeProject("Autumn", SCOPE).orElseThrow().number();
        long session = store.session(project, "ab", "wand").orElseThrow().number();
        store.close();
        String sentence = assertInstanceOf(Recorded.NotSaved.class, store.record(session, List.of(item("1"))))
                .sentence();
        assertTrue(sentence.startsWith("NOT SAVED"), sentence);
        assertThrows(QueueUnavailableException.class, store::projects);

        Path broken = Files.writeString(folder.resolve("broken"), "no folder");
        try (Store nowhere = new Store(new TestBranch(broken, branch.journalFolder()), CLOCK)) {
            assertInstanceOf(Recorded.NotSaved.class, nowhere.record(1, List.of(item("1"))));
            assertThrows(QueueUnavailableException.class, () -> nowhere.makeProject("Spring", SCOPE));
        }
        try (Store again = open()) {
            assertEquals(List.of(), again.reads(project));
        }
    }

    @Test
    void a_clear_queue_that_is_encrypted_takes_its_inventories_along() {
        long project;
        List<InventoryRead> reads;
        try (Store store = open()) {
            project = store.makeProject("Autumn", SCOPE).orElseThrow().number();
            long session = store.session(project, "Anna Bell", "wand").orElseThrow().number();
            reads = stored(store.record(session, List.of(item("1"), item("2"))));
        }
        try (Store sealed = new Store(branch.with(new TestDataKey("of the branch")), CLOCK)) {
            assertEquals(reads, sealed.reads(project));
            assertEquals(SCOPE, sealed.projects().getFirst().scope());
            assertEquals("Anna Bell", sealed.sessions(project).getFirst().person());
        }
    }

    private Store open() {
        return new Store(branch, CLOCK);
    }

    private static Mark item(String barcode) {
        return new Mark(Kind.ITEM, barcode, NOW);
    }

    private static List<InventoryRead> stored(Recorded recorded) {
        return assertInstanceOf(Recorded.Stored.class, recorded).reads();
    }

    private static List<String> texts(Store store, long project) {
        return store.reads(project).stream().map(read -> read.mark().text()).toList();
    }
}
