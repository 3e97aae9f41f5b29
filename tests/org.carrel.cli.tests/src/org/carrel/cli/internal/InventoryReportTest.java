/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.cli.internal.Bench.Said;
import org.carrel.inventory.callnumber.CallNumber;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.ReportKinds;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.store.ItemStore;
import org.carrel.testkit.TestBranch;
import org.carrel.wms.ItemFileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command for reports")
class InventoryReportTest {

    private static final String HEADER = "Item_Holding_Location|Item_Permanent_Shelving_Location|Item_Call_Number|Title"
            + "|Item_Barcode|Item_Status_Current_Status\n";

    @TempDir
    Path folder;

    private final Bench bench = new Bench();
    private final List<InventoryResults> reported = new ArrayList<>();
    private final List<ReportFiles.Destination> destinations = new ArrayList<>();
    private ReportFiles.Written ending = new ReportFiles.Written.Failed("not asked yet");

    /** Call numbers that stand in the order of their letters. */
    private static final class AsWritten implements CallNumbers {

        @Override
        public CallNumber read(String callNumber, String enumeration, String scheme) {
            return new CallNumber(callNumber, ShelfKey.of(callNumber.getBytes(StandardCharsets.UTF_8)), List.of(),
                    Optional.of("test"));
        }

        @Override
        public Set<String> missingSchemes() {
            return Set.of();
        }

        @Override
        public String version() {
            return "1";
        }
    }

    /** Writes nothing; knows what it was asked to write. */
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
            destinations.add(to);
            return ending;
        }
    }

    private record Named(String id) implements ReportKind {

        @Override
        public String name() {
            return id;
        }

        @Override
        public Report of(InventoryResults results, Instant madeAt) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void provide() throws IOException {
        TestBranch standard = TestBranch.standard();
        TestBranch branch = new TestBranch(standard.profile(), folder, folder, standard.origin());
        CallNumbers numbers = new AsWritten();
        bench.at(branch);
        bench.provide(ItemFiles.class, new ItemFileReader(ZoneId.of("UTC"), ItemFiles.Choices.NONE));
        bench.provide(ItemSnapshots.class, new ItemStore(branch, bench.clock));
        bench.provide(CallNumbers.class, numbers);
        bench.provide(ItemSnapshots.ShelfKeys.class, new ItemSnapshots.ShelfKeys() {
            @Override
            public byte[] of(ItemRecord item) {
                return numbers.read(item).key().toBytes();
            }

            @Override
            public String version() {
                return numbers.version();
            }
        });
        bench.provide(ReportKinds.class, (ReportKinds) () -> List.of(new Named("missing"), new Named("summary")));
        bench.provide(ReportFiles.class, new AskedFor());
        StringBuilder items = new StringBuilder(HEADER);
        for (int i = 1; i <= 9; i++) {
            items.append("MAIN|").append(i < 8 ? "STACKS" : "RESERVE").append("|A").append(i).append("|Title|")
                    .append(i)
                    .append("|AVAILABLE\n");
        }
        Path file = Files.writeString(folder.resolve("XYZ.Circulation_Item_Inventories.20261115.txt"),
                items.toString());
        assertEquals(Exit.OK, bench.run("inventory", "import", file.toString()).code());
        ending = new ReportFiles.Written.Done(folder.resolve("r.xlsx"), 2);
    }

    @Test
    void compares_lists_with_a_scope_and_says_what_was_written() throws IOException {
        Said said = report("missing", "r.xlsx", "--scans", list("a.txt", "\uFEFF1", "", "2 ", "4"), "--scans",
                list("b.txt", "99", "7"), "--location", "STACKS", "--name", "Autumn");

        assertEquals(Exit.OK, said.code(), said.err());
        assertTrue(said.out().startsWith("2 rows in "), said.out());
        assertTrue(said.out().contains("as of 2026-11-15; 5 barcodes were scanned"), said.out());
        assertEquals(List.of("3"), missing(), "only what belongs between two that were read");
        assertEquals("xlsx", destinations.getFirst().format());
        assertEquals("Autumn", reported.getFirst().project());
    }

    @Test
    void of_a_whole_scope_misses_all_that_was_not_scanned_and_nothing_outside() throws IOException {
        assertEquals(Exit.OK, report("missing", "r.csv", "--scans", list("a.txt", "2", "3"), "--whole", "--location",
                "STACKS", "--from", "A2", "--to", "A5", "--bare").code());

        assertEquals(List.of("4", "5"), missing());
        assertFalse(destinations.getFirst().settings().factsFirst());
    }

    @Test
    void refuses_what_cannot_be_right_and_writes_nothing() throws IOException {
        String good = list("good.txt", "1");
        Said kind = report("nonsense", "r.csv", "--scans", good);
        assertEquals(Exit.USAGE, kind.code());
        assertTrue(kind.err().contains("missing, summary"), kind.err());
        assertEquals(Exit.USAGE, report("missing", "r.csv").code(), "no scans");
        assertEquals(Exit.USAGE, report("missing", "r.csv", "--scans", "nowhere.txt").code());
        assertEquals(Exit.USAGE, report("missing", "r.csv", "--scans", good, "--from", "A1").code());
        assertEquals(Exit.REFUSED, report("missing", "r.csv", "--scans", good, "--holding-branch", "WEST").code());
        assertEquals(Exit.REFUSED, report("missing", "good.txt", "--scans", good).code(), "a file that is there");
        Said bad = report("missing", "r.csv", "--scans", list("bad.txt", "1", "a\u0001b", "2"));
        assertEquals(Exit.REFUSED, bad.code());
        assertTrue(bad.err().contains("line 2: this is no barcode") && bad.err().contains("one line is"), bad.err());
        assertEquals(List.of(), reported);
    }

    @Test
    void quotes_why_a_report_could_not_be_written() throws IOException {
        ending = new ReportFiles.Written.Failed("The disk is full.");
        Said said = report("summary", "r.html", "--scans", list("a.txt", "1"));

        assertEquals(Exit.REFUSED, said.code());
        assertEquals("The disk is full.", said.err().strip());
        assertEquals("", said.out());
    }

    private Said report(String kind, String file, String... options) {
        List<String> all = new ArrayList<>(List.of("inventory", "report", kind, folder.resolve(file).toString()));
        all.addAll(List.of(options));
        return bench.run(all.toArray(String[]::new));
    }

    private String list(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\r\n", lines) + "\r\n").toString();
    }

    private List<String> missing() {
        return reported.getFirst().comparison().findings(Finding.Kind.MISSING).stream()
                .map(finding -> ((Finding.Missing) finding).item().barcode().value()).toList();
    }
}
