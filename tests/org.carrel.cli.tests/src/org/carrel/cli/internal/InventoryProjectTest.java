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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.carrel.cli.internal.Bench.Said;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.ReportKinds;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.port.InventoryProjects;
import org.carrel.store.Store;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Over the real store and the real item file, with call numbers that stand in the order of their letters. */
@DisplayName("The commands for inventory projects")
class InventoryProjectTest {

    private static final String HEADER = "Item_Holding_Location|Item_Permanent_Shelving_Location|Item_Call_Number|Title"
            + "|Item_Barcode|Item_Status_Current_Status\n";

    @TempDir
    Path folder;

    private final Bench bench = new Bench();
    private final List<InventoryResults> reported = new ArrayList<>();
    private Store store;

    private final class AskedFor implements ReportFiles {

        @Override
        public List<ReportFormat> formats() {
            return List.of();
        }

        @Override
        public Written write(Report report, Destination to, Monitor monitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Written write(ReportKind kind, InventoryResults results, Instant madeAt, Destination to,
                Monitor monitor) {
            reported.add(results);
            return new Written.Done(to.file(), 1);
        }
    }

    private record Summary() implements ReportKind {

        @Override
        public String id() {
            return "summary";
        }

        @Override
        public String name() {
            return "Summary";
        }

        @Override
        public Report of(InventoryResults results, Instant madeAt) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void provide() throws IOException {
        TestBranch standard = TestBranch.standard();
        TestBranch branch = new TestBranch(standard.profile(), folder, folder.resolve("journal"), standard.origin());
        store = AsWritten.provide(bench, branch);
        bench.provide(ReportKinds.class, (ReportKinds) () -> List.of(new Summary()));
        bench.provide(ReportFiles.class, new AskedFor());
        StringBuilder items = new StringBuilder(HEADER);
        for (int i = 1; i <= 9; i++) {
            items.append("MAIN|").append(i < 8 ? "STACKS" : "RESERVE").append("|A").append(i).append("|Title ")
                    .append(i).append('|').append(i).append(i == 6 ? "|ON_LOAN\n" : "|AVAILABLE\n");
        }
        Path file = Files.writeString(folder.resolve("XYZ.Circulation_Item_Inventories.20261115.txt"),
                items.toString());
        assertEquals(Exit.OK, bench.run("inventory", "import", file.toString()).code());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_project_is_counted_before_it_is_made_then_listed_shown_closed_and_opened() {
        Said preview = project("new", "Autumn", "--location", "STACKS", "--preview");
        assertEquals(Exit.OK, preview.code(), preview.err());
        assertTrue(preview.out().startsWith("7 items are in this scope, 6 of them expected on the shelf"),
                preview.out());
        assertTrue(preview.out().contains("as of 2026-11-15"), preview.out());
        assertEquals("[]", project("list", "--format", "json").out().strip());

        assertEquals(Exit.OK, project("new", "Autumn", "--location", "STACKS", "--from", "A1", "--to", "A7").code());
        Said again = project("new", "autumn");
        assertEquals(Exit.REFUSED, again.code());
        assertTrue(again.err().contains("already"), again.err());
        assertEquals(Exit.USAGE, project("new", " ").code());
        assertEquals(Exit.REFUSED, project("new", "Nowhere", "--holding-branch", "WEST").code());

        assertEquals(List.of("project,state,branch,made", "Autumn,open,MAIN," + bench.clock.instant()),
                project("list", "--format", "csv").out().lines().toList());
        String shown = project("show", "autumn").out();
        assertTrue(shown.contains("Shelving locations: STACKS") && shown.contains("A1 to A7"), shown);

        assertEquals(Exit.OK, project("close", "Autumn").code());
        assertTrue(project("list").out().contains("closed"));
        Said closed = scan("1\n", "ab");
        assertEquals(Exit.REFUSED, closed.code());
        assertTrue(closed.err().contains("reopen"), closed.err());
        assertEquals(Exit.OK, project("reopen", "Autumn").code());
        assertEquals(Exit.OK, scan("1\n", "ab").code());
        Said unknown = project("show", "Spring");
        assertEquals(Exit.USAGE, unknown.code());
        assertTrue(unknown.err().contains("Spring"), unknown.err());
    }

    @Test
    void scanning_says_at_once_what_is_wrong_and_keeps_the_good_lines() {
        make();
        Said said = scan("1\n\n3\n99\n2\na\u0001b\ncondition:damaged\nshelf:STACKS\n9\n6\n1\nnot-found:5\n", "ab");

        assertEquals(Exit.REFUSED, said.code());
        assertTrue(said.err().contains("line 6") && said.err().contains("10 recorded, 1 refused"), said.err());
        List<String> verdicts = said.out().lines().toList();
        assertEquals(List.of("99", "2", "9", "6", "1"), verdicts.stream().map(line -> line.split(" ")[0]).toList(),
                said.out());
        assertTrue(verdicts.get(1).contains("Title 2") && verdicts.get(1).endsWith("Out of order."), said.out());
        assertEquals(List.of("1", "3", "99", "2", "damaged", "STACKS", "9", "6", "1", "5"), texts());
    }

    @Test
    void a_session_goes_on_and_what_others_read_counts_as_read() throws IOException {
        make();
        assertEquals(Exit.OK, scan("1\n2\n", "ab").code());
        Said other = scan("2\n", "cd");
        assertTrue(other.out().startsWith("2 "), other.out());
        Path list = Files.writeString(folder.resolve("list.txt"), "\uFEFF4\r\n5\r\n");
        assertEquals(Exit.OK,
                bench.run("inventory", "scan", "Autumn", list.toString(), "--person", "ab", "--device", "wand",
                        "--go-on").code());
        assertEquals(List.of("1", "2", "2", "4", "5"), texts());
        assertEquals(Exit.OK, scan("7\n", "ab").code());
        assertEquals(List.of("1", "2", "2", "4", "5", "", "7"), texts(), "another shelf");

        String sessions = project("show", "Autumn", "--format", "csv").out();
        assertEquals(List.of("ab", "cd"), sessions.lines().skip(1).map(line -> line.split(",")[0]).toList());
        assertTrue(sessions.lines().toList().get(1).endsWith(",6"), sessions);
        assertEquals(List.of("3"), found("missing"), "between what was read at a stretch, and not where none was");
    }

    @Test
    void the_comparison_counts_lists_and_misses_nothing_outside_the_scope() {
        make();
        assertEquals(Exit.REFUSED, scan("condition:damaged\n1\n2\n99\nfound:7\nnot-found:5\n", "ab").code(),
                "a condition of nothing");
        scan("condition:relabel\n", "ab");
        JsonObject all = compared("--whole");
        assertEquals(List.of("3", "4", "5"), found("missing", "--whole"));
        assertEquals(3, all.getAsJsonObject("counts").get("missing").getAsInt());
        assertEquals(1, all.getAsJsonObject("counts").get("unknown-barcode").getAsInt());
        assertEquals(4, all.get("reads").getAsInt());
        assertEquals(3, all.get("inventoried").getAsInt());
        assertEquals("2026-11-15", all.get("as-of").getAsString());
        assertEquals(List.of("5"), found("missing"), "what was looked for is missing wherever it belongs");
        assertEquals(List.of("5"), found("condition"), "of what was said last");
        assertEquals(Exit.OK, project("whole", "autumn").code());
        assertEquals(List.of("3", "4", "5"), found("missing"), "from then on, without saying it each time");
        assertEquals(Exit.OK, project("whole", "autumn", "--not").code());
        assertEquals(List.of("5"), found("missing"));

        String table = bench.run("inventory", "compare", "Autumn").out();
        assertTrue(table.startsWith("Autumn: 4 barcodes were read, 3 of items in the scope"), table);
        assertTrue(table.contains("New label: Give it a new label."), table);
        assertEquals(Exit.USAGE, bench.run("inventory", "compare", "Spring").code());
    }

    @Test
    void a_project_is_reported_with_its_own_scope_and_name() {
        make();
        scan("1\n3\n", "ab");
        String file = folder.resolve("r.csv").toString();
        Said said = bench.run("inventory", "report", "summary", file, "--project", "AUTUMN");
        assertEquals(Exit.OK, said.code(), said.err());
        assertEquals("Autumn", reported.getFirst().project());
        assertEquals(List.of("ab"), reported.getFirst().stretches().stream()
                .flatMap(stretch -> stretch.reads().stream()).map(read -> read.person()).distinct().toList());
        assertEquals(Exit.USAGE,
                bench.run("inventory", "report", "summary", file, "--project", "Autumn", "--location", "X").code());
        assertEquals(Exit.USAGE, bench.run("inventory", "report", "summary", file).code());
        assertEquals(1, reported.size());
    }

    @Test
    void what_is_not_saved_stops_the_scanning_loudly() {
        make();
        assertEquals(Exit.OK, scan("1\n", "ab").code());
        InventoryProjects real = store;
        bench.provide(InventoryProjects.class, new Failing(real, 2));
        Said said = scan("2\n3\n4\n", "ab");
        assertEquals(Exit.STORE_UNAVAILABLE, said.code());
        assertTrue(said.err().contains("The disk is full.") && said.err().contains("Stopped at line 3"), said.err());
        assertEquals(List.of("1", "", "2", "3"), texts());
        assertFalse(said.out().contains("4 "), "nothing is said of what is not there");
    }

    @Test
    void what_the_journal_takes_is_recorded_and_said_to_be_there() {
        make();
        bench.provide(InventoryProjects.class, new Failing(store, 1, true));
        Said said = scan("1\n3\n2\n", "ab");
        assertEquals(Exit.OK, said.code());
        assertEquals(1, said.err().lines().filter("The disk is full."::equals).count(), said.err());
        assertTrue(said.err().contains("3 recorded, 2 of them in the journal, 0 refused"), said.err());
        assertTrue(said.out().startsWith("2 "), "verdicts go on: " + said.out());
        assertEquals(List.of("1", "3", "2"), texts());
    }

    @Test
    void everything_that_can_be_said_in_the_window_can_be_said_here() {
        make();
        Said said = bench.runWithInput("1\n4\nback:4\n2\nfound:3\nfound:5\nunmarked:5\nabout:1\ncondition:damaged\n"
                + "condition:relabel\nno-condition:damaged\nreach:0\n", "inventory", "scan", "Autumn", "--person", "ab",
                "--device", "wand", "--reach", "5");
        assertEquals(Exit.OK, said.code(), said.err());
        assertEquals("", said.out(), "with a wand, and after taking 4 back, nothing is out of order");
        assertEquals(List.of("REACH 5", "ITEM 1", "ITEM 4", "TAKEN_BACK 4", "ITEM 2", "FOUND 3", "FOUND 5",
                "UNMARKED 5", "ABOUT 1", "CONDITION damaged", "CONDITION relabel", "NO_CONDITION damaged", "REACH 0"),
                store.reads(store.project("Autumn").orElseThrow().number()).stream()
                        .map(read -> read.mark().kind() + " " + read.mark().text()).toList());
        assertEquals(List.of("1"), found("condition"));
        assertEquals(List.of("4", "5", "7"), found("missing", "--whole"));
        scan("reach:31\n", "ab");
        assertEquals(Exit.USAGE, bench.runWithInput("1\n", "inventory", "scan", "Autumn", "--person", "ab", "--device",
                "wand", "--reach", "31").code());
    }

    @Test
    void what_is_taken_back_does_not_spoil_the_order_of_what_comes_next() {
        make();
        assertEquals("", scan("1\n7\nback:7\n2\n3\n", "ab").out());
        assertTrue(scan("7\nback:7\n7\n", "ab").out().isEmpty(), "nor is it a repeated scan");
    }

    @Test
    void a_barcode_of_the_branch_for_a_condition_is_one_of_the_item_before() {
        make();
        String damaged = TestBranch.standard().profile().inventory().conditions().stream()
                .filter(one -> one.barcode().isPresent()).findFirst().orElseThrow().barcode().orElseThrow();
        assertEquals(Exit.OK, scan("1\n" + damaged + "\n", "ab").code());
        assertEquals(List.of("1"), found("condition"));
    }

    @Test
    void nobody_scans_without_a_name() {
        make();
        Said said = bench.runWithInput("1\n", "inventory", "scan", "Autumn", "--person", " ");
        assertEquals(Exit.USAGE, said.code());
        assertTrue(said.err().contains("--person"), said.err());
        assertEquals(List.of(), texts());
    }

    private void make() {
        Said said = project("new", "Autumn", "--location", "STACKS");
        assertEquals(Exit.OK, said.code(), said.err());
    }

    private Said project(String... arguments) {
        List<String> all = new ArrayList<>(List.of("inventory", "project"));
        all.addAll(Arrays.asList(arguments));
        return bench.run(all.toArray(String[]::new));
    }

    private Said scan(String lines, String person) {
        return bench.runWithInput(lines, "inventory", "scan", "Autumn", "--person", person, "--device", "wand");
    }

    private List<String> texts() {
        return store.reads(store.project("Autumn").orElseThrow().number()).stream().map(InventoryRead::mark)
                .map(InventoryRead.Mark::text).toList();
    }

    private JsonObject compared(String... options) {
        List<String> all = new ArrayList<>(List.of("inventory", "compare", "Autumn", "--format", "json"));
        all.addAll(Arrays.asList(options));
        Said said = bench.run(all.toArray(String[]::new));
        assertEquals(Exit.OK, said.code(), said.err());
        return JsonParser.parseString(said.out()).getAsJsonObject();
    }

    private List<String> found(String kind, String... options) {
        JsonArray findings = compared(options).getAsJsonArray("findings");
        return findings.asList().stream().map(one -> one.getAsJsonObject())
                .filter(one -> one.get("finding").getAsString().equals(kind))
                .map(one -> one.get("barcode").getAsString())
                .toList();
    }
}
