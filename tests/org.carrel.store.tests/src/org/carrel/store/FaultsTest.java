/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.ids;
import static org.carrel.store.Scans.store;
import static org.carrel.store.Scans.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.carrel.model.CheckOut;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When the disk or the database fails")
class FaultsTest {

    @TempDir
    Path folder;

    private final Scans scans = new Scans();
    private TestBranch branch;

    @BeforeEach
    void folders() {
        branch = TestBranch.withQueue(folder);
    }

    @Test
    void a_full_disk_sends_scans_to_the_journal_and_all_are_there_after_the_next_start() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 24)) {
            TestBranch small = new TestBranch(disk.folder(), folder.resolve("journal"));
            List<Transaction> given = new ArrayList<>();
            List<QueueChange> heard = new ArrayList<>();
            try (Store store = new Store(small, Clock.systemUTC())) {
                store.observe(heard::add);
                for (Transaction transaction : scans.some(50)) {
                    store(store, transaction);
                    given.add(transaction);
                }
                disk.fill();
                QueueHealth.Journaling journaling = scanUntilJournaling(store, given);
                assertTrue(journaling.reason().contains("is full"), journaling.reason());
                assertEquals(List.of(new QueueChange.HealthChanged(journaling)), heard.stream()
                        .filter(QueueChange.HealthChanged.class::isInstance).toList());
                for (Transaction transaction : scans.some(10)) {
                    assertInstanceOf(Acknowledgement.Journaled.class, store.add(transaction));
                    given.add(transaction);
                }
                assertThrows(QueueUnavailableException.class, store::pending);
                assertThrows(QueueUnavailableException.class,
                        () -> store.delete(List.of(given.getFirst().id()), TestBranch.DESK));
            }
            Files.delete(disk.folder().resolve("filler"));
            assertAllThere(small, given);
        }
    }

    @Test
    void when_the_journal_is_on_the_full_disk_too_nothing_is_acknowledged() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 24)) {
            TestBranch small = new TestBranch(disk.folder(), disk.folder().resolve("journal"));
            List<Transaction> saved = new ArrayList<>();
            List<Transaction> notSaved = new ArrayList<>();
            try (Store store = new Store(small, Clock.systemUTC())) {
                disk.fill();
                for (int i = 0; i < 20_000 && notSaved.size() < 3; i++) {
                    Transaction transaction = scans.checkOut("P" + i, "I" + i);
                    switch (store.add(transaction)) {
                        case Acknowledgement.Stored stored -> saved.add(transaction);
                        case Acknowledgement.Journaled journaled -> saved.add(transaction);
                        case Acknowledgement.NotSaved answer -> {
                            assertTrue(answer.reason().startsWith("NOT SAVED"), answer.reason());
                            notSaved.add(transaction);
                        }
                    }
                }
                assertEquals(3, notSaved.size(), "the disk never became full");
                Files.delete(disk.folder().resolve("filler"));
                assertInstanceOf(Acknowledgement.Journaled.class, store.add(notSaved.getLast()),
                        "once there is room again, the journal goes on");
                saved.add(notSaved.getLast());
            }
            try (Store store = new Store(small, Clock.systemUTC())) {
                List<QueueEntry> rows = all(store);
                assertTrue(ids(rows).containsAll(saved.stream().map(Transaction::id).toList()));
                assertEquals(rows.size(), ids(rows).stream().distinct().count());
            }
        }
    }

    @Test
    void a_read_only_folder_still_shows_its_rows_and_scans_go_to_the_journal() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 24)) {
            TestBranch small = new TestBranch(disk.folder(), folder.resolve("journal"));
            List<QueueEntry> before;
            try (Store store = new Store(small, Clock.systemUTC())) {
                before = stored(store.add(scans.some(5)));
            }
            List<Transaction> given = new ArrayList<>(before.stream().map(QueueEntry::transaction).toList());
            disk.makeReadOnly();
            try (Store store = new Store(small, Clock.systemUTC())) {
                QueueHealth.Journaling journaling = assertInstanceOf(QueueHealth.Journaling.class, store.health());
                assertTrue(journaling.reason().contains("cannot be written"), journaling.reason());
                assertEquals(folder.resolve("journal"), journaling.journal());
                assertEquals(before, all(store));
                Transaction scan = scans.checkOut("P9", "I9");
                assertInstanceOf(Acknowledgement.Journaled.class, store.add(scan));
                assertInstanceOf(Acknowledgement.Journaled.class, store.add(scan));
                given.add(scan);
            }
            disk.makeWritable();
            assertAllThere(small, given);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_at_all_sends_scans_to_the_journal() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("a-file"), "");
        TestBranch broken = new TestBranch(noFolder, branch.journalFolder());
        Transaction scan = scans.checkIn("I1");
        try (Store store = new Store(broken, Clock.systemUTC())) {
            assertInstanceOf(QueueHealth.Journaling.class, store.health());
            assertInstanceOf(Acknowledgement.Journaled.class, store.add(scan));
            assertEquals(0, store.count(QueueQuery.all()));
            assertEquals(List.of(), all(store));
        }
        assertAllThere(branch, List.of(scan));
    }

    @Test
    void when_neither_can_be_written_the_desk_is_told_that_it_is_not_saved() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("a-file"), "");
        try (Store store = new Store(new TestBranch(noFolder, noFolder), Clock.systemUTC())) {
            Acknowledgement.NotSaved answer = assertInstanceOf(Acknowledgement.NotSaved.class,
                    store.add(scans.checkIn("I1")));
            assertTrue(answer.reason().startsWith("NOT SAVED"), answer.reason());
        }
    }

    @Test
    void a_database_whose_every_page_is_scribbled_on_is_found_at_the_start_and_left_as_it_is() throws Exception {
        List<QueueEntry> before = fill(300);
        Path copy = folder.resolve("copy");
        copyTree(branch.queue(), copy);
        scribble(branch.queue().resolve("seg0"));
        Transaction scan = scans.checkOut("P9", "I9");
        try (Store store = new Store(branch, Clock.systemUTC())) {
            QueueHealth.Journaling journaling = assertInstanceOf(QueueHealth.Journaling.class, store.health());
            assertTrue(journaling.reason().contains("is damaged"), journaling.reason());
            assertInstanceOf(Acknowledgement.Journaled.class, store.add(scan));
            assertEquals(0, store.count(QueueQuery.all()));
        }
        Files.move(branch.queue(), folder.resolve("damaged"));
        copyTree(copy, branch.queue());
        List<Transaction> given = new ArrayList<>(before.stream().map(QueueEntry::transaction).toList());
        given.add(scan);
        assertAllThere(branch, given);
    }

    @Test
    void a_table_that_is_scribbled_on_is_found_when_it_is_read_and_the_desk_hears_of_it() throws Exception {
        fill(3_000);
        scribbleOnTable("TRANSACTION_QUEUE", 4);
        Transaction scan = scans.checkIn("I1");
        List<QueueChange> heard = new ArrayList<>();
        try (Store store = new Store(branch, Clock.systemUTC())) {
            store.observe(heard::add);
            assertInstanceOf(QueueHealth.Healthy.class, store.health());
            assertThrows(QueueUnavailableException.class, store::pending);
            QueueHealth.Journaling journaling = assertInstanceOf(QueueHealth.Journaling.class, store.health());
            assertTrue(journaling.reason().contains("is damaged"), journaling.reason());
            assertEquals(List.of(new QueueChange.HealthChanged(journaling)), heard);
            assertInstanceOf(Acknowledgement.Journaled.class, store.add(scan));
        }
    }

    @Test
    void a_queue_folder_without_its_database_is_not_taken_for_a_new_one() throws Exception {
        fill(3);
        Files.delete(branch.queue().resolve("service.properties"));
        try (Store store = new Store(branch, Clock.systemUTC())) {
            assertInstanceOf(QueueHealth.Journaling.class, store.health());
            assertInstanceOf(Acknowledgement.Journaled.class, store.add(scans.checkIn("I1")));
        }
        assertTrue(Files.isDirectory(branch.queue().resolve("seg0")));
    }

    @Test
    void a_half_made_queue_of_a_start_that_died_is_made_again() throws Exception {
        Files.createDirectories(branch.dataFolder().resolve("queue.making/seg0"));
        try (Store store = new Store(branch, Clock.systemUTC())) {
            assertInstanceOf(QueueHealth.Healthy.class, store.health());
        }
    }

    @Test
    void what_was_deleted_at_the_desk_does_not_come_back_from_a_journal() throws Exception {
        QueueEntry deleted = fill(2).getFirst();
        Path aside = folder.resolve("aside");
        Files.move(branch.queue(), aside);
        Files.writeString(branch.queue(), "no database");
        Transaction other = scans.checkIn("other");
        try (Store store = new Store(branch, Clock.systemUTC())) {
            assertInstanceOf(Acknowledgement.Journaled.class, store.add(List.of(deleted.transaction(), other)));
        }
        Files.delete(branch.queue());
        Files.move(aside, branch.queue());
        Path journal;
        try (Stream<Path> files = Files.list(branch.journalFolder())) {
            journal = files.toList().getFirst();
        }
        Path kept = Files.move(journal, folder.resolve(journal.getFileName()));
        try (Store store = new Store(branch, Clock.systemUTC())) {
            store.delete(List.of(deleted.id()), TestBranch.DESK);
        }
        Files.move(kept, journal);
        try (Store store = new Store(branch, Clock.systemUTC())) {
            assertEquals(2, all(store).size());
            assertFalse(store.find(deleted.id()).isPresent());
            assertTrue(store.find(other.id()).isPresent());
        }
    }

    @Test
    void a_commit_that_fails_for_any_reason_sends_the_scan_to_the_journal_and_gives_no_patron_away() throws Exception {
        fill(2);
        Tables.change(branch.queue(), "ALTER TABLE TRANSACTION_QUEUE ADD CONSTRAINT NO_MORE CHECK (SEQUENCE < 3)");
        CheckOut scan = scans.checkOut("SECRET-PATRON", "I9");
        try (Store store = new Store(branch, Clock.systemUTC())) {
            QueueEntry failed = all(store).getFirst();
            store.record(failed.id(), failed.standing().uploadFailed(Scans.MORNING,
                    new Problem(Problem.Kind.OTHER, "", "")), List.of());
            QueueUnavailableException thrown = assertThrows(QueueUnavailableException.class,
                    () -> store.correct(failed.id(), scan));
            assertEquals(failed.id(), all(store).getFirst().id(), "nothing was changed");
            assertInstanceOf(QueueHealth.Healthy.class, store.health());
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            assertTrue(trace.toString().contains("NO_MORE"), "this is the failure that was meant");
            assertFalse(trace.toString().contains("SECRET-PATRON"), trace.toString());
            assertInstanceOf(Acknowledgement.Journaled.class, store.add(scan));
        }
        Tables.change(branch.queue(), "ALTER TABLE TRANSACTION_QUEUE DROP CONSTRAINT NO_MORE");
        try (Store store = new Store(branch, Clock.systemUTC())) {
            assertEquals(scan, store.find(scan.id()).orElseThrow().transaction());
        }
        Path log = Path.of(System.getProperty("derby.stream.error.file"));
        if (Files.exists(log)) {
            assertFalse(Files.readString(log, StandardCharsets.ISO_8859_1).contains("SECRET-PATRON"));
        }
    }

    private QueueHealth.Journaling scanUntilJournaling(Store store, List<Transaction> given) {
        for (int i = 0; i < 20_000; i++) {
            Transaction transaction = scans.checkOut("P" + i, "I" + i);
            Acknowledgement answer = store.add(transaction);
            given.add(transaction);
            if (answer instanceof Acknowledgement.Journaled journaled) {
                QueueHealth.Journaling health = assertInstanceOf(QueueHealth.Journaling.class, store.health());
                assertEquals(health.reason(), journaled.reason());
                return health;
            }
            assertInstanceOf(Acknowledgement.Stored.class, answer);
        }
        throw new AssertionError("the disk never became full");
    }

    /** A start later every one is there exactly once, and no journal is left to merge. */
    private static void assertAllThere(TestBranch branch, List<Transaction> given) throws Exception {
        for (int start = 0; start < 2; start++) {
            try (Store store = new Store(branch, Clock.systemUTC())) {
                assertInstanceOf(QueueHealth.Healthy.class, store.health());
                assertEquals(given.stream().map(Transaction::id).sorted().toList(),
                        ids(all(store)).stream().sorted().toList());
            }
        }
        try (Stream<Path> files = Files.list(branch.journalFolder())) {
            assertEquals(List.of(), files.filter(path -> path.toString().endsWith(".journal")).toList());
        }
    }

    private List<QueueEntry> fill(int rows) {
        try (Store store = new Store(branch, Clock.systemUTC())) {
            return stored(store.add(scans.some(rows)));
        }
    }

    private static void scribble(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[(int) Files.size(file)]);
            }
        }
    }

    /** Writes noise over the middle of one page of the table's own file. */
    private void scribbleOnTable(String table, int page) throws Exception {
        String number = Tables.read(branch.queue(), "SELECT C.CONGLOMERATENUMBER FROM SYS.SYSCONGLOMERATES C JOIN"
                + " SYS.SYSTABLES T ON T.TABLEID = C.TABLEID WHERE T.TABLENAME = '" + table
                + "' AND NOT C.ISINDEX").getFirst();
        Path file = branch.queue().resolve("seg0/c" + Long.toHexString(Long.parseLong(number)) + ".dat");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(page * 8192L + 1000);
            bytes.write("scribble".repeat(200).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void copyTree(Path from, Path to) throws Exception {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
