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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.QueueHealth;
import org.carrel.store.internal.derby.DerbyDatabase;
import org.carrel.store.internal.schema.Schema;
import org.carrel.store.internal.schema.Step;
import org.carrel.testkit.TestDataKey;
import org.carrel.testkit.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The queue of a sealed branch")
class SealedQueueTest {

    private final DataKey key = new TestDataKey("of the branch");
    private final Scans scans = new Scans();

    @TempDir
    Path folder;

    private TestBranch clear;
    private TestBranch sealed;

    @BeforeEach
    void branches() {
        clear = TestBranch.in(folder);
        sealed = clear.with(key);
    }

    @Test
    void is_encrypted_from_the_start_and_opens_again() throws Exception {
        QueueEntry row;
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            assertEquals(new QueueHealth.Healthy(), store.health());
            row = store(store, scans.checkOut("21234000009999", "31234000009999"));
        }
        assertTrue(DerbyDatabase.isEncrypted(sealed.queue()));
        assertNothingIn(folder, "21234000009999");
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            assertEquals(List.of(row), all(store));
        }
    }

    @Test
    void with_another_key_or_none_is_refused_with_a_sentence_and_not_touched() throws Exception {
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            store(store, scans.checkOut("P1", "I1"));
        }
        Map<String, Integer> before = files(sealed.queue());
        for (TestBranch wrong : List.of(clear.with(new TestDataKey("of another branch")), clear)) {
            try (Store store = new Store(wrong, Clock.systemUTC())) {
                QueueHealth.Refused refused = assertInstanceOf(QueueHealth.Refused.class, store.health());
                assertTrue(refused.reason().contains("is encrypted"), refused.reason());
                assertInstanceOf(Acknowledgement.NotSaved.class, store.add(scans.checkIn("I2")));
            }
            assertEquals(before, files(sealed.queue()));
        }
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            assertEquals(1, all(store).size());
        }
    }

    @Test
    void that_was_clear_is_encrypted_at_the_first_sign_in_with_every_row_as_it_was() throws Exception {
        List<QueueEntry> rows;
        try (Store store = new Store(clear, Clock.systemUTC())) {
            stored(store.add(scans.some(300)));
            store.delete(List.of(all(store).get(7).id()), TestBranch.DESK);
            rows = all(store);
        }
        List<String> deleted = Tables.read(clear.queue(), "SELECT * FROM DELETED_TRANSACTION");
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            assertEquals(new QueueHealth.Healthy(), store.health());
            assertEquals(rows, all(store));
            assertEquals(301, store(store, scans.checkIn("next")).sequence());
        }
        assertEquals(deleted, Tables.read(sealed.queue(), Optional.of(key), "SELECT * FROM DELETED_TRANSACTION"));
        assertNoClearDatabase();
    }

    @Test
    void of_schema_1_is_encrypted_and_brought_to_the_newest_with_an_encrypted_backup() throws Exception {
        OldQueues.unpack(1, clear.dataFolder());
        Path oldBackup = clear.dataFolder().resolve("backups/queue-v1-20260101T120000000Z");
        OldQueues.unpack(1, Files.createDirectories(oldBackup));
        List<String> before = Tables.read(clear.queue(), "SELECT * FROM TRANSACTION_QUEUE ORDER BY SEQUENCE");
        try (Store store = new Store(sealed, Clock.fixed(Scans.MORNING, ZoneOffset.UTC))) {
            assertEquals(new QueueHealth.Healthy(), store.health());
            assertEquals(4, all(store).size());
        }
        assertEquals(before, Tables.read(sealed.queue(), Optional.of(key),
                "SELECT * FROM TRANSACTION_QUEUE ORDER BY SEQUENCE"));
        List<Path> backups = list(clear.dataFolder().resolve("backups"));
        assertEquals(1, backups.size(), "the clear one is shredded, the encrypted one is new: " + backups);
        assertEquals(before, Tables.read(backups.getFirst().resolve("queue"), Optional.of(key),
                "SELECT * FROM TRANSACTION_QUEUE ORDER BY SEQUENCE"));
        assertNoClearDatabase();
        assertNothingIn(folder, "21234000000001");
    }

    @Test
    void is_backed_up_encrypted_before_a_step_of_the_schema() throws Exception {
        try (Store store = new Store(sealed, Clock.systemUTC(), Schema.steps())) {
            store(store, scans.checkOut("21234000009999", "I1"));
        }
        List<Step> more = new java.util.ArrayList<>(Schema.steps());
        more.add(new Step(more.size() + 1, "adds a column", List.of("ALTER TABLE TO_DO ADD COLUMN EXTRA INTEGER")));
        new Store(sealed, Clock.systemUTC(), more).close();
        Path backup = list(clear.dataFolder().resolve("backups")).getFirst().resolve("queue");
        assertTrue(DerbyDatabase.isEncrypted(backup));
        assertEquals(List.of("21234000009999"),
                Tables.read(backup, Optional.of(key), "SELECT PATRON FROM TRANSACTION_QUEUE"));
        assertNothingIn(folder, "21234000009999");
    }

    @Test
    void of_a_newer_schema_stays_clear_and_is_refused() throws Exception {
        new Store(clear, Clock.systemUTC()).close();
        int newer = Schema.steps().size() + 1;
        Tables.change(clear.queue(), "INSERT INTO SCHEMA_VERSION VALUES (" + newer + ", 'of tomorrow', '2027')");
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            QueueHealth.Refused refused = assertInstanceOf(QueueHealth.Refused.class, store.health());
            assertTrue(refused.reason().contains("newer Carrel"), refused.reason());
        }
        assertFalse(DerbyDatabase.isEncrypted(clear.queue()));
    }

    @Test
    void that_pretends_to_be_clear_is_not_encrypted_a_second_time() throws Exception {
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            store(store, scans.checkOut("P1", "I1"));
        }
        Path description = sealed.queue().resolve("service.properties");
        String honest = Files.readString(description);
        Files.writeString(description, honest.replace("dataEncryption=true", "dataEncryption=false"));
        Map<String, Integer> tables = files(sealed.queue().resolve("seg0"));
        Transaction scan = scans.checkOut("21234000009999", "I2");
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            assertInstanceOf(QueueHealth.Journaling.class, store.health());
            assertInstanceOf(Acknowledgement.Journaled.class, store.add(scan));
        }
        assertEquals(tables, files(sealed.queue().resolve("seg0")));
        assertNothingIn(folder, "21234000009999");
        Files.writeString(description, honest);
        try (Store store = new Store(sealed, Clock.systemUTC())) {
            assertEquals(2, ids(all(store)).size());
            assertEquals(scan.id(), all(store).getLast().id());
        }
    }

    @Test
    void is_found_whatever_moment_its_exchange_was_cut_short_at() throws Exception {
        List<QueueEntry> rows;
        try (Store store = new Store(clear, Clock.systemUTC())) {
            stored(store.add(scans.some(20)));
            rows = all(store);
        }
        SavedFolder old = new SavedFolder(clear.queue());
        new Store(sealed, Clock.systemUTC()).close();
        SavedFolder fresh = new SavedFolder(sealed.queue());
        List<Map<String, SavedFolder>> states = List.of(
                Map.of("queue", old, "queue.sealing", fresh),
                Map.of("queue", old, "queue.sealed", fresh),
                Map.of("queue.clear", old, "queue.sealed", fresh),
                Map.of("queue.clear", old, "queue", fresh),
                Map.of("queue.clear", old, "queue", old), Map.of("queue.clear", old));
        for (Map<String, SavedFolder> state : states) {
            for (Path left : list(clear.dataFolder())) {
                org.carrel.store.internal.derby.Folders.erase(left);
            }
            state.forEach((name, saved) -> saved.copyTo(clear.dataFolder().resolve(name)));
            try (Store store = new Store(sealed, Clock.systemUTC())) {
                assertEquals(new QueueHealth.Healthy(), store.health());
                assertEquals(rows, all(store), "from " + state.keySet());
            }
            assertNoClearDatabase();
        }
    }

    @Test
    void cannot_be_opened_in_clear_by_a_database_that_has_the_key() throws Exception {
        new Store(clear, Clock.systemUTC()).close();
        assertThrows(IOException.class, () -> DerbyDatabase.open(clear.queue(), Optional.of(key)));
        assertFalse(DerbyDatabase.isEncrypted(clear.queue()));
    }

    /** Beside the queue nothing is left of its conversion, and no database is clear. */
    private void assertNoClearDatabase() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path description : all.filter(path -> path.endsWith("service.properties")).toList()) {
                assertTrue(DerbyDatabase.isEncrypted(description.getParent()), description + " is of a clear one");
            }
        }
        for (Path path : list(clear.dataFolder())) {
            String name = path.getFileName().toString();
            assertFalse(name.startsWith("queue.") && !name.equals("queue.lock"), path + " is left");
        }
    }

    private static void assertNothingIn(Path folder, String text) throws IOException {
        assertEquals(List.of(), Traces.of(text).in(folder));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static Map<String, Integer> files(Path folder) throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), java.util.Arrays.hashCode(Files.readAllBytes(path)));
            }
        }
        return files;
    }
}
