/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.carrel.cli.internal.Bench.Said;
import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionIds;
import org.carrel.model.TransactionState;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueCommandsTest {

    private final Bench bench = new Bench();

    @TempDir
    Path folder;

    private void addTwo() {
        bench.runWithInput("checkout," + Bench.PATRON + "," + Bench.ITEM + "\ncheckin," + Bench.OTHER_ITEM,
                "queue", "add");
        assertEquals(2, bench.queue.rows().size());
    }

    @Test
    void a_file_of_scans_is_recorded_in_order() throws IOException {
        Path file = Files.writeString(folder.resolve("scans.txt"), """
                \uFEFF# the morning
                checkout,21000000000013,31000000000011,+1 day
                Check-Out, "21000000000013" ,31000000000029,2026-12-18

                checkin,31000000000037
                checkout,21000000000021,31000000000045,2026-12-18 17:00
                checkout,21000000000021,31000000000052,2026-12-18T17:00Z
                checkout,21000000000021,31000000000060,
                """.replace("Check-Out, \"21000000000013\" ", "Check-Out, 21000000000013 "));
        Said said = bench.run("queue", "add", file.toString());

        assertEquals(Exit.OK, said.code(), said.err());
        assertEquals("6 recorded, 0 refused.\n", said.err());
        assertEquals("2026-11-23T20:00:00Z 2026-12-18T20:00:00Z - 2026-12-18T16:00:00Z 2026-12-18T17:00:00Z "
                + "2026-12-06T20:00:00Z",
                bench.queue.rows().stream().map(QueueEntry::transaction)
                        .map(t -> t instanceof CheckOut out ? out.dueAt().toString() : "-")
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void bad_lines_are_named_by_number_and_the_rest_is_kept() {
        Said said = bench.runWithInput("""
                checkout,21000000000013,31000000000011
                checkout,21000000000013
                renew,31000000000011
                checkout,31000000000011,21000000000013
                checkin,31000000000012
                checkout,21000000000013,31000000000029,yesterday
                checkout,21000000000013,31000000000029,2020-01-01
                "checkin,3
                checkin,31000000000029
                """, "queue", "add", "-");

        assertEquals(Exit.REFUSED, said.code());
        assertEquals(2, bench.queue.rows().size());
        assertEquals(IntStream.of(2, 3, 4, 5, 6, 7, 8).boxed().toList(), said.err().lines()
                .filter(line -> line.startsWith("line ")).map(line -> Integer.valueOf(line.split("[ :]")[1])).toList());
        assertTrue(said.err().endsWith("2 recorded, 7 refused.\n"), said.err());
        assertFalse((said.out() + said.err()).contains("21000000000013"), "no patron in what is said");
    }

    @Test
    void ten_thousand_lines_with_bad_ones_among_them() {
        String lines = IntStream.rangeClosed(1, 10_000)
                .mapToObj(n -> n % 1_000 == 7 ? "nonsense" : "checkin,3%013d".formatted(n))
                .collect(Collectors.joining("\n"));
        Said said = bench.runWithInput(lines + "\n" + "x".repeat(20_000), "queue", "add", "--override");

        assertEquals(9_990, bench.queue.rows().size());
        assertTrue(said.err().contains("\nline 9007: ") || said.err().startsWith("line 7: "), said.err());
        assertTrue(said.err().contains("line 10001: The line is longer"), said.err());
        assertEquals(11, said.err().lines().filter(line -> line.startsWith("line ")).count());
    }

    @Test
    void doubtful_scans_are_refused_unless_they_are_meant() {
        String twice = "checkin," + Bench.ITEM + "\ncheckin," + Bench.ITEM;
        assertEquals(Exit.REFUSED, bench.runWithInput(twice, "queue", "add").code());
        assertEquals(1, bench.queue.rows().size());
        assertEquals(Exit.OK, bench.runWithInput(twice, "queue", "add", "--override").code());
        assertEquals(3, bench.queue.rows().size());
    }

    @Test
    void what_was_recorded_can_be_written_out() {
        Said said = bench.runWithInput("checkin," + Bench.ITEM, "queue", "add", "--format", "json");
        assertTrue(said.out().startsWith("JSON 1 "), said.out());
    }

    @Test
    void when_no_disk_takes_a_scan_it_stops_at_once_and_says_where() {
        bench.queue.failWith(new Acknowledgement.NotSaved("No disk takes it."));
        Said said = bench.runWithInput("# one\ncheckin," + Bench.ITEM + "\ncheckin," + Bench.OTHER_ITEM, "queue",
                "add");

        assertEquals(Exit.STORE_UNAVAILABLE, said.code());
        assertTrue(said.err().contains("No disk takes it.") && said.err().contains("line 2"), said.err());
    }

    @Test
    void what_went_to_the_journal_counts_as_recorded_and_the_warning_is_said_once() {
        bench.queue.failWith(new Acknowledgement.Journaled("Kept in the journal."));
        Said said = bench.runWithInput("checkin," + Bench.ITEM + "\ncheckin," + Bench.OTHER_ITEM, "queue", "add");

        assertEquals(Exit.OK, said.code());
        assertEquals("Kept in the journal.\n2 recorded, 0 refused.\n", said.err());
    }

    @Test
    void a_queue_that_another_carrel_has_open_is_left_alone() {
        bench.queue.setHealth(new QueueHealth.Refused("Another Carrel has it open."));
        for (String[] command : new String[][] { { "queue", "add" }, { "queue", "list" }, { "upload" },
                { "queue", "delete", "1", "--yes" }, { "queue", "export", "-" } }) {
            Said said = bench.runWithInput("checkin," + Bench.ITEM, command);
            assertEquals(Exit.STORE_UNAVAILABLE, said.code());
            assertEquals("Another Carrel has it open.\n", said.err());
        }
        assertTrue(bench.queue.rows().isEmpty());
    }

    @Test
    void a_store_that_fails_ends_in_a_sentence() {
        bench.queue.setUnreadable(true);
        Said said = bench.run("queue", "list");
        assertEquals(Exit.STORE_UNAVAILABLE, said.code());
        assertEquals("The store fails.\n", said.err());
    }

    @Test
    void a_missing_file_ends_in_a_sentence() {
        Said said = bench.run("queue", "add", folder.resolve("gone").toString());
        assertEquals(Exit.USAGE, said.code());
        assertTrue(said.err().startsWith("There is no file "), said.err());
    }

    @Test
    void the_list_can_be_narrowed() {
        addTwo();
        assertEquals(2, bench.run("queue", "list").out().lines().count());
        assertTrue(bench.run("queue", "list", "--kind", "check-in").out().contains(Bench.OTHER_ITEM));
        assertEquals(1, bench.run("queue", "list", "--item", Bench.ITEM).out().lines().count());
        assertEquals(0, bench.run("queue", "list", "--state", "uploaded,upload-failed").out().lines().count());
        assertTrue(bench.run("queue", "list", "--last", "1", "--format", "csv").out().startsWith("CSV 2 "));
        assertEquals(Exit.USAGE, bench.run("queue", "list", "--state", "gone").code());
        assertEquals(Exit.USAGE, bench.run("queue", "list", "--last", "0").code());
    }

    @Test
    void one_row_is_shown_by_number_or_id_with_its_next_step() {
        addTwo();
        String byNumber = bench.run("queue", "show", "1").out();
        assertEquals(byNumber, bench.run("queue", "show", bench.queue.rows().getFirst().id().toString()).out());
        assertTrue(byNumber.contains(Bench.PATRON) && byNumber.contains("Awaiting Sync")
                && byNumber.contains("2026-12-06 21:00"), byNumber);
        assertEquals(Exit.REFUSED, bench.run("queue", "show", "99").code());
        assertEquals(Exit.USAGE, bench.run("queue", "show", "first").code());
    }

    @Test
    void deleting_names_what_would_be_lost_and_does_nothing_when_nobody_says_yes() {
        addTwo();
        Said said = bench.run("queue", "delete", "1");

        assertEquals(Exit.USAGE, said.code());
        assertEquals(2, bench.queue.rows().size());
        assertTrue(said.err().contains(Bench.ITEM) && said.err().contains("lost for ever")
                && said.err().contains("--yes"), said.err());
    }

    @Test
    void deleting_with_yes_deletes_these_rows_and_no_others() {
        addTwo();
        Said said = bench.run("queue", "delete", "1", "--yes", "--format", "csv");
        assertEquals(Exit.OK, said.code(), said.err());
        assertTrue(said.out().startsWith("CSV 1 "), said.out());
        assertEquals(2, bench.queue.rows().getFirst().sequence());
    }

    @Test
    void rows_in_flight_are_not_deleted_and_that_is_said() {
        addTwo();
        bench.queue.settle(bench.queue.rows().getFirst().id(), standing -> standing.inFlight(Instant.EPOCH));
        Said said = bench.run("queue", "delete", "--state", "in-flight,awaiting-sync", "--yes");
        assertEquals(Exit.REFUSED, said.code());
        assertEquals(TransactionState.IN_FLIGHT, bench.queue.rows().getFirst().state());
        assertEquals(1, bench.queue.rows().size());
        assertTrue(said.err().contains("1 not deleted"), said.err());
    }

    @ParameterizedTest
    @CsvSource({ "queue delete --yes", "queue delete 1 --state uploaded --yes" })
    void deleting_must_say_which_rows(String command) {
        addTwo();
        assertEquals(Exit.USAGE, bench.run(command.split(" ")).code());
        assertEquals(2, bench.queue.rows().size());
    }

    @Test
    void an_export_is_for_its_owner_only_warns_and_never_replaces_a_file_by_accident() throws IOException {
        addTwo();
        Path file = folder.resolve("queue.csv");
        Said said = bench.run("queue", "export", file.toString());

        assertEquals(Exit.OK, said.code(), said.err());
        assertTrue(said.err().startsWith("This holds 2 rows.") && said.err().contains("2 rows written"), said.err());
        assertEquals(2, Files.readAllLines(file).size());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertEquals(Exit.REFUSED, bench.run("queue", "export", file.toString()).code());
        assertEquals(Exit.OK, bench.run("queue", "export", file.toString(), "--force", "--format", "json").code());
        assertTrue(Files.readString(file).startsWith("JSON"));
        assertEquals(Exit.REFUSED, bench.run("queue", "export", folder.resolve("no/where").toString()).code());
    }

    @Test
    void half_an_export_is_removed() throws CommandFailure {
        addTwo();
        bench.files.fillDisk();
        Path file = folder.resolve("queue.csv");
        Said said = bench.run("queue", "export", file.toString());
        assertEquals(Exit.REFUSED, said.code());
        assertFalse(Files.exists(file));
        assertTrue(said.err().contains("no space left"), said.err());
    }

    @Test
    void a_sealed_export_is_for_its_owner_and_the_branch_only_and_comes_in_again() throws IOException {
        addTwo();
        Path file = folder.resolve("queue.carrel");
        Said said = bench.run("queue", "export", file.toString(), "--seal");
        assertEquals(Exit.OK, said.code(), said.err());
        assertTrue(said.err().startsWith("This holds 2 rows.") && said.err().contains("sealed"), said.err());
        assertEquals("sealed\n", Files.readString(file));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        Files.writeString(file, "sealed\n" + new TransactionIds(Clock.systemUTC()).next() + " 31000000000011\n");
        assertEquals(Exit.OK, bench.run("queue", "import", file.toString()).code());
        assertEquals(3, bench.queue.rows().size());
    }

    @Test
    void nothing_of_a_sealed_export_that_was_tampered_with_comes_in() throws IOException {
        Path file = Files.writeString(folder.resolve("queue.carrel"),
                "zealed\n" + new TransactionIds(Clock.systemUTC()).next() + " 31000000000011\n");
        Said said = bench.run("queue", "import", file.toString());
        assertEquals(Exit.REFUSED, said.code());
        assertTrue(said.err().contains("Nothing was taken in"), said.err());
        assertEquals(0, bench.queue.rows().size());
    }

    @Test
    void a_sealed_export_needs_a_key_and_a_name_that_is_recognised() {
        addTwo();
        for (String name : List.of("queue.csv", "-")) {
            assertEquals(Exit.USAGE, bench.run("queue", "export", name, "--seal").code(), name);
        }
        bench.files.withoutKey();
        Path file = folder.resolve("queue.carrel");
        assertEquals(Exit.REFUSED, bench.run("queue", "export", file.toString(), "--seal").code());
        assertFalse(Files.exists(file));
    }

    @Test
    void half_a_sealed_export_is_removed() {
        addTwo();
        bench.files.fillDisk();
        Path file = folder.resolve("queue.carrel");
        assertEquals(Exit.REFUSED, bench.run("queue", "export", file.toString(), "--seal").code());
        assertFalse(Files.exists(file));
    }

    @Test
    void an_import_adds_what_is_new_once_and_names_bad_lines() throws IOException {
        TransactionIds ids = new TransactionIds(Clock.systemUTC());
        Path file = Files.writeString(folder.resolve("other.csv"),
                ids.next() + " 31000000000011\nodd\n" + ids.next() + " 31000000000029\n");

        Said first = bench.run("queue", "import", file.toString());
        assertEquals(Exit.REFUSED, first.code());
        assertTrue(first.err().contains("line 2: CSV") && first.err().contains("2 added, 0 known already, 1 line "),
                first.err());
        assertTrue(bench.run("queue", "import", file.toString()).err().contains("0 added, 2 known already"));
        assertEquals(2, bench.queue.rows().size());
    }

    @Test
    void an_import_that_cannot_be_kept_says_so() throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"),
                new TransactionIds(Clock.systemUTC()).next() + " 31000000000011\n");
        bench.queue.failWith(new Acknowledgement.NotSaved("No disk takes it."));
        Said said = bench.run("queue", "import", file.toString());
        assertEquals(Exit.STORE_UNAVAILABLE, said.code());
        assertTrue(said.err().startsWith("No disk takes it.\nStopped: 0 rows"), said.err());
        assertEquals(Exit.USAGE, bench.run("queue", "import", file.toString(), "--format", "table").code());
    }
}
