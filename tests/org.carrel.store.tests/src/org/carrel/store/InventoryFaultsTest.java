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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.carrel.model.inventory.InventoryChange;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.InventoryProjects.Recorded;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.store.internal.derby.Folders;
import org.carrel.store.internal.journal.Journal;
import org.carrel.store.internal.journal.JournalEntry;
import org.carrel.testkit.TestDataKey;
import org.carrel.testkit.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When the disk or the database fails in the middle of an inventory")
class InventoryFaultsTest {

    private static final Instant NOW = Instant.parse("2026-09-14T07:30:00.123456Z");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Scope SCOPE = new Scope("MAIN", Set.of("Stacks", "Ref, \"big\""), Set.of("book"),
            Optional.of(new Scope.Range("QA1", "QA999")));
    private static final String NO_MORE = "ALTER TABLE INVENTORY_READ ADD CONSTRAINT NO_MORE CHECK (SEQUENCE < 3)";
    private static final String MORE = "ALTER TABLE INVENTORY_READ DROP CONSTRAINT NO_MORE";

    @TempDir
    Path folder;

    private final List<Mark> given = new ArrayList<>();
    private TestBranch branch;

    @BeforeEach
    void folders() {
        branch = TestBranch.withQueue(folder);
    }

    @Test
    void a_full_disk_sends_reads_to_the_journal_and_all_are_there_once_and_in_order_after_the_next_start()
            throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 24)) {
            TestBranch small = new TestBranch(disk.folder(), folder.resolve("journal"));
            List<InventoryChange> heard = new ArrayList<>();
            long project;
            try (Store store = new Store(small, CLOCK)) {
                project = store.makeProject("Autumn", SCOPE).orElseThrow().number();
                InventorySession session = store.session(project, "ab", "wand").orElseThrow();
                disk.fill();
                store.observeInventories(heard::add);
                QueueHealth.Journaling journaling = readUntilJournaling(store, session);
                assertTrue(journaling.reason().contains("is full"), journaling.reason());
                for (int i = 0; i < 10; i++) {
                    assertInstanceOf(Recorded.Journaled.class, record(store, session, item("after-" + i),
                            new Mark(Kind.CONDITION, "DAM", NOW.plusNanos(i))));
                }
                assertEquals(given, heard.stream().map(InventoryChange.Reads.class::cast)
                        .flatMap(change -> change.reads().stream()).map(InventoryRead::mark).toList());
                assertThrows(QueueUnavailableException.class, () -> store.makeProject("Spring", SCOPE));
            }
            Files.delete(disk.folder().resolve("filler"));
            assertAllThere(small, "Autumn");
        }
    }

    @Test
    void a_read_only_folder_still_shows_its_inventories_and_reads_go_to_the_journal() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 24)) {
            TestBranch small = new TestBranch(disk.folder(), folder.resolve("journal"));
            long project;
            try (Store store = new Store(small, CLOCK)) {
                project = store.makeProject("Autumn", SCOPE).orElseThrow().number();
                record(store, store.session(project, "ab", "wand").orElseThrow(), item("1"));
            }
            disk.makeReadOnly();
            try (Store store = new Store(small, CLOCK)) {
                assertInstanceOf(QueueHealth.Journaling.class, store.health());
                assertEquals(project, store.project("autumn").orElseThrow().number());
                InventorySession session = store.session(project, "ab", "wand").orElseThrow();
                assertInstanceOf(Recorded.Journaled.class, record(store, session, item("2"), item("3")));
                assertInstanceOf(Recorded.Journaled.class, record(store, session, item("4")));
                assertShown(store, project);
                assertEquals(4, store.sessions(project).getFirst().reads());
                assertThrows(QueueUnavailableException.class, () -> store.session(project, "cd", "wand"));
            }
            disk.makeWritable();
            assertAllThere(small, "Autumn");
        }
    }

    @Test
    void when_the_journal_cannot_be_written_either_nothing_is_acknowledged() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("a-file"), "");
        TestBranch bad = new TestBranch(branch.dataFolder(), noFolder);
        fill(bad, "1", "2");
        Tables.change(branch.queue(), NO_MORE);
        try (Store store = new Store(bad, CLOCK)) {
            InventorySession session = store.session(project(store), "ab", "wand").orElseThrow();
            String sentence = assertInstanceOf(Recorded.NotSaved.class,
                    store.record(session.number(), List.of(item("3")))).sentence();
            assertTrue(sentence.startsWith("NOT SAVED") && sentence.contains(noFolder.toString()), sentence);
            assertShown(store, project(store));
        }
        Tables.change(branch.queue(), MORE);
        assertAllThere(branch, "Autumn");
    }

    @Test
    void a_commit_that_fails_for_any_reason_sends_what_was_read_to_the_journal_and_the_desk_with_it() throws Exception {
        fill(branch, "1", "2");
        Tables.change(branch.queue(), NO_MORE);
        try (Store store = new Store(branch, CLOCK)) {
            InventorySession session = store.session(project(store), "ab", "wand").orElseThrow();
            Recorded.Journaled kept = assertInstanceOf(Recorded.Journaled.class, record(store, session, item("3")));
            assertEquals(assertInstanceOf(QueueHealth.Journaling.class, store.health()).reason(), kept.reason());
            assertInstanceOf(Acknowledgement.Journaled.class, store.add(new Scans().checkIn("I1")));
            assertInstanceOf(Recorded.Journaled.class, record(store, session, item("4"), item("4")));
            assertShown(store, project(store));
        }
        // While the database still takes nothing, the journal stays, and goes on in another file.
        try (Store store = new Store(branch, CLOCK)) {
            assertInstanceOf(QueueHealth.Journaling.class, store.health());
            InventorySession session = store.session(project(store), "ab", "wand").orElseThrow();
            assertInstanceOf(Recorded.Journaled.class, record(store, session, item("5")));
        }
        Tables.change(branch.queue(), MORE);
        assertAllThere(branch, "Autumn");
    }

    @Test
    void a_journal_that_is_merged_again_adds_nothing() throws Exception {
        journalTwo();
        SavedFolder journals = new SavedFolder(branch.journalFolder());
        assertAllThere(branch, "Autumn");
        Folders.erase(branch.journalFolder());
        journals.copyTo(branch.journalFolder());
        assertAllThere(branch, "Autumn");
    }

    @Test
    void a_commit_that_took_effect_though_it_failed_counts_once() throws Exception {
        fill(branch, "1", "2");
        try (Store store = new Store(branch, CLOCK);
                Journal journal = new Journal(branch.journalFolder(), "main", CLOCK, Optional.empty())) {
            InventoryProject project = store.projects().getFirst();
            InventorySession session = store.sessions(project.number()).getFirst();
            Mark twice = item("3");
            given.addAll(List.of(twice, twice));
            journal.append(List.of(new JournalEntry.Read(project, session, given.get(1)),
                    new JournalEntry.Read(project, session, twice),
                    new JournalEntry.Read(project, session, twice)));
        }
        assertAllThere(branch, "Autumn");
    }

    @Test
    void an_old_backup_in_the_place_of_the_damaged_queue_gets_its_inventory_back_with_what_the_journal_has()
            throws Exception {
        SavedFolder backup = new SavedFolder(branch.queue());
        journalTwo();
        Folders.erase(branch.queue());
        backup.copyTo(branch.queue());
        given.subList(0, 2).clear();
        assertAllThere(branch, "Autumn");
        try (Store store = new Store(branch, CLOCK)) {
            InventoryProject project = store.projects().getFirst();
            assertEquals(SCOPE, project.scope());
            assertFalse(project.counted());
            assertTrue(project.whole());
            assertEquals("wand", store.sessions(project.number()).getFirst().device());
            assertTrue(store.verify().isWhole());
        }
    }

    @Test
    void the_journal_of_a_sealed_branch_shows_nothing_of_what_was_read() throws Exception {
        TestDataKey key = new TestDataKey("of the branch");
        TestBranch sealed = TestBranch.in(folder.resolve("sealed")).with(key);
        fill(sealed, "1", "2");
        Tables.change(sealed.queue(), Optional.of(key), NO_MORE);
        try (Store store = new Store(sealed, CLOCK)) {
            InventorySession session = store.session(project(store), "ab", "wand").orElseThrow();
            assertInstanceOf(Recorded.Journaled.class, record(store, session, item("31234000056789")));
        }
        assertEquals(List.of(), Traces.of("31234000056789").in(sealed.journalFolder()));
        Tables.change(sealed.queue(), Optional.of(key), MORE);
        assertAllThere(sealed, "Autumn");
    }

    /** An inventory that does not count, two reads in the store, and two that only the journal has. */
    private void journalTwo() throws Exception {
        fill(branch, "1", "2");
        Tables.change(branch.queue(), NO_MORE);
        try (Store store = new Store(branch, CLOCK)) {
            InventorySession session = store.session(project(store), "ab", "wand").orElseThrow();
            assertInstanceOf(Recorded.Journaled.class, record(store, session, item("3"), item("4")));
        }
        Tables.change(branch.queue(), MORE);
    }

    private void fill(TestBranch where, String... barcodes) {
        try (Store store = new Store(where, CLOCK)) {
            long project = store.makeProject("Autumn", SCOPE, false, TestBranch.DESK).orElseThrow().number();
            store.setWhole(project, true, TestBranch.DESK);
            InventorySession session = store.session(project, "ab", "wand").orElseThrow();
            for (String barcode : barcodes) {
                assertInstanceOf(Recorded.Stored.class, record(store, session, item(barcode)));
            }
        }
    }

    private Recorded record(Store store, InventorySession session, Mark... marks) {
        given.addAll(List.of(marks));
        return store.record(session.number(), List.of(marks));
    }

    private QueueHealth.Journaling readUntilJournaling(Store store, InventorySession session) {
        for (int i = 0; i < 20_000; i++) {
            Recorded answer = record(store, session, item("before-" + i));
            if (answer instanceof Recorded.Journaled journaled) {
                QueueHealth.Journaling health = assertInstanceOf(QueueHealth.Journaling.class, store.health());
                assertEquals(health.reason(), journaled.reason());
                return health;
            }
            assertInstanceOf(Recorded.Stored.class, answer);
        }
        throw new AssertionError("the disk never became full");
    }

    private void assertShown(Store store, long project) {
        List<InventoryRead> shown = store.reads(project);
        assertEquals(given, shown.stream().map(InventoryRead::mark).toList());
        assertTrue(IntStream.range(1, shown.size())
                .allMatch(i -> shown.get(i - 1).sequence() < shown.get(i).sequence()), "in order: " + shown);
    }

    /** A start later all is there once and in order, in one session, and no journal is left to merge. */
    private void assertAllThere(TestBranch where, String project) throws Exception {
        for (int start = 0; start < 2; start++) {
            try (Store store = new Store(where, CLOCK)) {
                assertEquals(new QueueHealth.Healthy(), store.health());
                long number = store.project(project).orElseThrow().number();
                assertShown(store, number);
                assertEquals(1, store.sessions(number).size());
                assertEquals(given.size(), store.sessions(number).getFirst().reads());
            }
        }
        if (Files.isDirectory(where.journalFolder())) {
            try (Stream<Path> files = Files.list(where.journalFolder())) {
                assertEquals(List.of(), files.filter(path -> path.toString().endsWith(".journal")).toList());
            }
        }
    }

    private static long project(Store store) {
        return store.project("Autumn").orElseThrow().number();
    }

    /** Nobody reads the same thing twice at the same moment. */
    private Mark item(String barcode) {
        return new Mark(Kind.ITEM, barcode, NOW.plus(Duration.ofNanos(given.size())));
    }
}
