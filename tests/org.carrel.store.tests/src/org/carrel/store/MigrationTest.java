/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.carrel.store.Scans.all;
import static org.carrel.store.Scans.store;
import static org.carrel.store.Scans.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.inventory.FindingKey;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.model.inventory.Scope;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.InventoryFindings;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueQuery;
import org.carrel.store.internal.schema.Schema;
import org.carrel.store.internal.schema.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A queue of an older or newer schema")
class MigrationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final String VERSIONS = "SELECT VERSION FROM SCHEMA_VERSION ORDER BY VERSION";
    private static final String TABLES = "SELECT TABLENAME FROM SYS.SYSTABLES WHERE TABLETYPE = 'T' ORDER BY 1";

    @TempDir
    Path folder;

    private final Scans scans = new Scans();
    private TestBranch branch;

    @BeforeEach
    void folders() {
        branch = TestBranch.in(folder);
    }

    @Test
    void a_queue_of_schema_1_is_brought_to_the_newest_with_every_row_as_it_was() throws Exception {
        OldQueues.unpack(1, branch.dataFolder());
        try (Store store = new Store(branch, CLOCK)) {
            assertInstanceOf(QueueHealth.Healthy.class, store.health());
            assertEquals(rowsOfVersion1(), all(store));
            assertEquals(List.of(1L, 2L), store.pending().stream().map(QueueEntry::sequence).toList());
            CheckIn deleted = new CheckIn(id(6), new ItemBarcode("31234000000009"), Scans.MORNING, TestBranch.DESK);
            assertEquals(List.of(), stored(store.add(deleted)), "what was deleted stays deleted");
            assertEquals(7, store(store, scans.checkIn("next")).sequence(), "after the deleted one");
            assertEquals(List.of(), store.toDos(10));
            assertEquals(List.of(), store.runs(10));
        }
        assertEquals(versions(), Tables.read(branch.queue(), VERSIONS));
    }

    @Test
    void a_queue_of_schema_2_gets_an_audit_trail_and_keeps_the_rest() throws Exception {
        OldQueues.unpack(2, branch.dataFolder());
        try (Store store = new Store(branch, CLOCK)) {
            assertEquals(new QueueHealth.Healthy(), store.health());
            assertEquals(List.of(id(1), id(2)), Scans.ids(all(store)));
            assertEquals(1, store.toDos(10).size());
            assertEquals(1, store.runs(10).size());
            assertEquals(4, store(store, scans.checkIn("next")).sequence());
            List<String> deeds = new ArrayList<>();
            store.read(line -> deeds.add(line.deed()));
            assertEquals(List.of("BEGUN", "RECORDED"), deeds);
            assertTrue(store.verify().isWhole());
        }
        assertEquals(versions(), Tables.read(branch.queue(), VERSIONS));
    }

    @Test
    void a_queue_of_schema_3_gets_inventories_and_keeps_its_rows_and_its_trail() throws Exception {
        OldQueues.unpack(3, branch.dataFolder());
        try (Store store = new Store(branch, CLOCK)) {
            assertEquals(new QueueHealth.Healthy(), store.health());
            assertEquals(List.of("I1", "I2"),
                    all(store).stream().map(entry -> entry.transaction().item().value()).toList());
            assertEquals(2, store.runs(10).size() + store.toDos(10).size());
            assertTrue(store.verify().isWhole());
            InventoryProject project = store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow();
            InventorySession session = store.session(project.number(), "ab", "desk").orElseThrow();
            assertInstanceOf(InventoryProjects.Recorded.Stored.class, store.record(session.number(),
                    List.of(new InventoryRead.Mark(InventoryRead.Kind.ITEM, "1", CLOCK.instant()))));
            assertEquals(1, store.reads(project.number()).size());
            assertEquals(3, store(store, scans.checkIn("next")).sequence());
        }
        assertEquals(versions(), Tables.read(branch.queue(), VERSIONS));
    }

    @Test
    void a_queue_of_schema_5_keeps_what_was_done_about_findings_and_takes_what_is_told() throws Exception {
        OldQueues.unpack(5, branch.dataFolder());
        try (Store store = new Store(branch, CLOCK)) {
            assertEquals(new QueueHealth.Healthy(), store.health());
            assertTrue(store.verify().isWhole());
            InventoryProject autumn = store.project("Autumn").orElseThrow();
            assertEquals(5, store.reads(autumn.number()).size());
            assertEquals(List.of(new Handling(new FindingKey("MISSING", new ItemBarcode("I9")),
                    Handling.State.HANDLED, "on the cart")),
                    store.handlings(autumn.number()).stream().map(KeptHandling::handling).toList());
            assertFalse(store.project("Spring").orElseThrow().counted());
            assertEquals(List.of(), store.writeBacks(autumn.number()));
            assertEquals(1, store.addWriteBacks(autumn.number(), List.of(new ItemBarcode("I0"))));
            assertEquals(State.WAITING, store.writeBacks(autumn.number()).getFirst().state());
        }
        assertEquals(versions(), Tables.read(branch.queue(), VERSIONS));
    }

    @Test
    void a_queue_of_schema_6_keeps_what_is_told_and_takes_how_far_a_wand_reaches() throws Exception {
        OldQueues.unpack(6, branch.dataFolder());
        try (Store store = new Store(branch, CLOCK)) {
            assertEquals(new QueueHealth.Healthy(), store.health());
            assertTrue(store.verify().isWhole());
            InventoryProject autumn = store.project("Autumn").orElseThrow();
            assertEquals(5, store.reads(autumn.number()).size());
            assertEquals(State.WAITING, store.writeBacks(autumn.number()).getFirst().state());
            InventorySession session = store.session(autumn.number(), "ab", "wand").orElseThrow();
            assertInstanceOf(InventoryProjects.Recorded.Stored.class, store.record(session.number(),
                    List.of(new InventoryRead.Mark(InventoryRead.Kind.REACH, "5", CLOCK.instant()))));
            assertEquals(InventoryRead.Kind.REACH, store.reads(autumn.number()).getLast().mark().kind());
        }
        assertEquals(versions(), Tables.read(branch.queue(), VERSIONS));
    }

    @Test
    void a_queue_of_schema_7_keeps_its_inventories_and_takes_that_all_of_one_was_read() throws Exception {
        OldQueues.unpack(7, branch.dataFolder());
        try (Store store = new Store(branch, CLOCK)) {
            assertEquals(new QueueHealth.Healthy(), store.health());
            assertTrue(store.verify().isWhole());
            InventoryProject autumn = store.project("Autumn").orElseThrow();
            assertFalse(autumn.whole());
            assertEquals(6, store.reads(autumn.number()).size());
            assertTrue(store.setWhole(autumn.number(), true, TestBranch.DESK).orElseThrow().whole());
        }
        assertEquals(versions(), Tables.read(branch.queue(), VERSIONS));
    }

    @Test
    void a_queue_of_schema_4_keeps_its_inventories_and_takes_what_is_done_about_findings() throws Exception {
        OldQueues.unpack(4, branch.dataFolder());
        try (Store store = new Store(branch, CLOCK)) {
            assertEquals(new QueueHealth.Healthy(), store.health());
            assertTrue(store.verify().isWhole());
            Scope scope = new Scope("MAIN", Set.of("Stacks", "Oversize"), Set.of("BOOK"),
                    Optional.of(new Scope.Range("QA1", "QA80")));
            InventoryProject autumn = store.project("Autumn").orElseThrow();
            assertEquals(new InventoryProject(1, "Autumn", scope, Scans.MORNING, Optional.empty(), true), autumn);
            assertEquals(Optional.of(Scans.MORNING), store.project("Spring").orElseThrow().closedAt());
            InventorySession session = store.session(autumn.number(), "ab", "wand").orElseThrow();
            assertEquals(5, session.reads());
            assertEquals(List.of("ITEM I0", "SHELF I1", "CONDITION damaged", "FOUND I3", "NOT_FOUND I4"),
                    store.reads(autumn.number()).stream().map(InventoryRead::mark)
                            .map(mark -> mark.kind() + " " + mark.text()).toList());
            assertInstanceOf(InventoryProjects.Recorded.Stored.class, store.record(session.number(),
                    List.of(new InventoryRead.Mark(InventoryRead.Kind.NO_CONDITION, "damaged", CLOCK.instant()))));
            assertEquals(6, store.reads(autumn.number()).getLast().sequence());
            FindingKey missing = new FindingKey("MISSING", new ItemBarcode("I9"));
            assertInstanceOf(InventoryFindings.Kept.Stored.class, store.handle(autumn.number(),
                    List.of(new Handling(missing, Handling.State.HANDLED, "on the cart")), TestBranch.DESK));
            assertEquals(List.of(missing),
                    store.handlings(autumn.number()).stream().map(kept -> kept.handling().finding()).toList());
        }
        assertEquals(versions(), Tables.read(branch.queue(), VERSIONS));
    }

    @Test
    void before_the_first_step_the_whole_queue_is_backed_up() throws Exception {
        OldQueues.unpack(1, branch.dataFolder());
        new Store(branch, CLOCK).close();
        Path backup = branch.dataFolder().resolve("backups/queue-v1-20260302T120000000Z/queue");
        assertEquals(List.of("1"), Tables.read(backup, VERSIONS));
        assertEquals(List.of("4"), Tables.read(backup, "SELECT COUNT(*) FROM TRANSACTION_QUEUE"));
    }

    @Test
    void a_new_queue_and_one_that_is_up_to_date_need_no_backup() throws Exception {
        new Store(branch, CLOCK).close();
        new Store(branch, CLOCK).close();
        assertTrue(Files.notExists(branch.dataFolder().resolve("backups")));
        assertEquals(versions(), Tables.read(branch.queue(), VERSIONS));
    }

    @Test
    void a_step_that_fails_is_undone_whole_and_the_program_refuses() throws Exception {
        OldQueues.unpack(1, branch.dataFolder());
        List<String> before = Tables.read(branch.queue(), TABLES);
        Step broken = new Step(2, "breaks half-way", List.of("CREATE TABLE HALF_WAY (A INTEGER)",
                "INSERT INTO HALF_WAY VALUES (1)", "ALTER TABLE NO_SUCH_TABLE ADD COLUMN B INTEGER"));
        try (Store store = new Store(branch, CLOCK, steps(Schema.steps().getFirst(), broken))) {
            QueueHealth.Refused refused = assertInstanceOf(QueueHealth.Refused.class, store.health());
            assertTrue(refused.reason().contains("schema 2"), refused.reason());
            assertTrue(refused.reason().contains("queue-v1-20260302T120000000Z"), refused.reason());
            assertInstanceOf(Acknowledgement.NotSaved.class, store.add(scans.checkIn("I1")));
            assertEquals(0, store.count(QueueQuery.all()));
        }
        assertEquals(before, Tables.read(branch.queue(), TABLES));
        assertEquals(List.of("1"), Tables.read(branch.queue(), VERSIONS));
        assertEquals(List.of("4"), Tables.read(branch.queue(), "SELECT COUNT(*) FROM TRANSACTION_QUEUE"));
        try (Store mended = new Store(branch, CLOCK)) {
            assertEquals(rowsOfVersion1(), all(mended));
        }
    }

    @Test
    void steps_before_the_one_that_failed_are_done_and_are_not_done_again() throws Exception {
        int newest = Schema.steps().size();
        Step good = new Step(newest + 1, "adds a column", List.of("ALTER TABLE TO_DO ADD COLUMN EXTRA INTEGER"));
        Step broken = new Step(newest + 2, "breaks", List.of("DROP TABLE NO_SUCH_TABLE"));
        new Store(branch, CLOCK).close();
        new Store(branch, CLOCK, released(good, broken)).close();
        assertEquals(and(versions(), newest + 1), Tables.read(branch.queue(), VERSIONS));
        try (Store store = new Store(branch, CLOCK, released(good))) {
            assertInstanceOf(QueueHealth.Healthy.class, store.health());
        }
    }

    @Test
    void a_newer_schema_is_refused_and_nothing_is_touched() throws Exception {
        try (Store store = new Store(branch, CLOCK)) {
            store(store, scans.checkIn("I1"));
        }
        int newer = Schema.steps().size() + 1;
        Tables.change(branch.queue(), "INSERT INTO SCHEMA_VERSION VALUES (" + newer + ", 'of tomorrow', '2027')");
        try (Store store = new Store(branch, CLOCK)) {
            QueueHealth.Refused refused = assertInstanceOf(QueueHealth.Refused.class, store.health());
            assertTrue(refused.reason().contains("newer Carrel"), refused.reason());
            assertInstanceOf(Acknowledgement.NotSaved.class, store.add(scans.checkIn("I2")));
        }
        assertEquals(and(versions(), newer), Tables.read(branch.queue(), VERSIONS));
        assertEquals(List.of("I1"), Tables.read(branch.queue(), "SELECT ITEM FROM TRANSACTION_QUEUE"));
        assertTrue(Files.notExists(branch.dataFolder().resolve("backups")));
    }

    @Test
    void a_database_that_is_not_a_queue_is_refused() throws Exception {
        Tables.change(branch.queue(), "CREATE TABLE RECIPES (A INTEGER)");
        try (Store store = new Store(branch, CLOCK)) {
            QueueHealth.Refused refused = assertInstanceOf(QueueHealth.Refused.class, store.health());
            assertTrue(refused.reason().contains("not a Carrel queue"), refused.reason());
        }
        assertEquals(List.of("RECIPES"), Tables.read(branch.queue(), TABLES));
    }

    @Test
    void without_a_backup_no_step_is_tried() throws Exception {
        OldQueues.unpack(1, branch.dataFolder());
        Files.writeString(branch.dataFolder().resolve("backups"), "a file where the folder should be");
        try (Store store = new Store(branch, CLOCK)) {
            QueueHealth.Refused refused = assertInstanceOf(QueueHealth.Refused.class, store.health());
            assertTrue(refused.reason().contains("backed up"), refused.reason());
        }
        assertEquals(List.of("1"), Tables.read(branch.queue(), VERSIONS));
    }

    @Test
    void starts_that_fail_again_and_again_keep_three_backups() throws Exception {
        OldQueues.unpack(1, branch.dataFolder());
        Step broken = new Step(2, "breaks", List.of("DROP TABLE NO_SUCH_TABLE"));
        for (int second = 0; second < 5; second++) {
            Clock later = Clock.fixed(CLOCK.instant().plusSeconds(second), ZoneOffset.UTC);
            new Store(branch, later, steps(Schema.steps().getFirst(), broken)).close();
        }
        try (Stream<Path> backups = Files.list(branch.dataFolder().resolve("backups"))) {
            assertEquals(List.of("queue-v1-20260302T120002000Z", "queue-v1-20260302T120003000Z",
                    "queue-v1-20260302T120004000Z"),
                    backups.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void steps_out_of_order_are_a_mistake_in_the_program() {
        assertThrows(IllegalArgumentException.class,
                () -> new Store(branch, CLOCK, List.of(Schema.steps().get(1), Schema.steps().get(0))));
    }

    private static List<Step> steps(Step... steps) {
        return new ArrayList<>(List.of(steps));
    }

    /** The released steps, and more. */
    private static List<Step> released(Step... more) {
        List<Step> all = new ArrayList<>(Schema.steps());
        all.addAll(List.of(more));
        return all;
    }

    private static List<String> versions() {
        return Schema.steps().stream().map(step -> String.valueOf(step.version())).toList();
    }

    private static List<String> and(List<String> versions, int another) {
        return Stream.concat(versions.stream(), Stream.of(String.valueOf(another))).toList();
    }

    private static TransactionId id(int number) {
        return TransactionId.parse("019c2300-0000-7000-8000-00000000000" + number);
    }

    private static List<QueueEntry> rowsOfVersion1() {
        Instant due = Instant.parse("2026-02-17T22:59:00Z");
        Instant changed = Instant.parse("2026-02-03T10:00:00Z");
        Origin ab = new Origin("desk-1", "ab");
        Origin nobody = new Origin("desk-1", "");
        return List.of(
                new QueueEntry(1, new CheckOut(id(1), new PatronBarcode("21234000000001"),
                        new ItemBarcode("31234000000001"), due, Instant.parse("2026-02-03T09:00:00.123456789Z"), ab),
                        Standing.awaitingSync(changed)),
                new QueueEntry(2, new CheckIn(id(2), new ItemBarcode("31234000000001"),
                        Instant.parse("2026-02-03T09:01:00Z"), ab),
                        new Standing(TransactionState.COMMS_FAILURE, 2, changed, true, false, Optional.empty(),
                                Optional.empty(), "read timed out")),
                new QueueEntry(3, new CheckOut(id(3), new PatronBarcode("21234000000002"),
                        new ItemBarcode("31234000000002"), due, Instant.parse("2026-02-03T09:02:00Z"), nobody),
                        new Standing(TransactionState.UPLOADED, 1, changed, false, true,
                                Optional.of(Instant.parse("2026-02-10T22:59:00Z")), Optional.empty(), "")),
                new QueueEntry(5, new CheckOut(id(5), new PatronBarcode("21234000000003"),
                        new ItemBarcode("31234000000003"), due, Instant.parse("2026-02-03T09:04:00Z"), nobody),
                        new Standing(TransactionState.UPLOAD_FAILED, 1, changed, false, false, Optional.empty(),
                                Optional.of(new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User",
                                        "nobody with that number")),
                                "")));
    }
}
