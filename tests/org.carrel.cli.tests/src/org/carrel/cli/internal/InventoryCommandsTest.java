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
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.carrel.cli.internal.Bench.Said;
import org.carrel.model.FetchSchedule;
import org.carrel.model.ItemFileRules;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemFileServer;
import org.carrel.model.port.ItemFileUpdates;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.store.ItemStore;
import org.carrel.testkit.TestBranch;
import org.carrel.wms.ItemFileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The commands on the item file")
class InventoryCommandsTest {

    private static final String ITEMS = "Item_Holding_Location|Item_Permanent_Shelving_Location|Item_Type"
            + "|Item_Call_Number|Title|Item_Barcode|LHR_Item_Nonpublic_Note|Item_Status_Current_Status\n";

    @TempDir
    Path folder;

    private final Bench bench = new Bench();
    private String rules = "1";

    @BeforeEach
    void provide() {
        TestBranch standard = TestBranch.standard();
        TestBranch branch = new TestBranch(standard.profile(), folder, folder, standard.origin());
        bench.at(branch);
        bench.provide(ItemFiles.class, new ItemFileReader(ZoneId.of("UTC"), ItemFiles.Choices.NONE));
        bench.provide(ItemSnapshots.class, new ItemStore(branch, bench.clock));
        bench.provide(ItemSnapshots.ShelfKeys.class, new ItemSnapshots.ShelfKeys() {
            @Override
            public byte[] of(ItemRecord item) {
                return item.callNumber().getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String version() {
                return rules;
            }
        });
    }

    @Test
    void import_a_file_and_say_what_there_is() throws IOException {
        Said imported = run("import", file(row("1", "QA 2"), row("2", "QA 1"), row("3", "QA 3")));
        assertEquals(new Said(Exit.OK, "3 items imported from XYZ.Circulation_Item_Inventories.20261115.txt,"
                + " as of 2026-11-15.\n", imported.err()), unix(imported));
        assertTrue(imported.err().contains("60 %"), imported.err());
        Said status = run("status");
        assertTrue(status.out().contains("3 items of XYZ") && status.out().contains("2026-11-15"), status.out());
        assertTrue(status.out().contains("MAIN STACKS: 3"), status.out());
        assertTrue(run("status", "--by", "status").out().contains("Available: 3"));
        assertTrue(run("status", "--format", "json").out().contains("\"as-of\": \"2026-11-15\""));
        assertEquals("branch,items\r\nMAIN,3\r\n", run("status", "--format", "csv", "--by", "branch").out());
    }

    @Test
    void show_an_item_and_its_neighbours() throws IOException {
        run("import", file(row("1", "QA 2"), row("2", "QA 1"), row("3", "QA 3")));
        Said shown = run("show", "1");
        assertEquals(Exit.OK, shown.code());
        assertTrue(shown.out().contains("Stands behind: QA 1") && shown.out().contains("Stands before: QA 3"),
                shown.out());
        assertTrue(shown.out().contains("Line of the file: 2"), shown.out());
        Said unknown = run("show", "4");
        assertEquals(Exit.REFUSED, unknown.code());
        assertTrue(unknown.err().contains("as of 2026-11-15"), unknown.err());
    }

    @Test
    void count_bad_rows_by_reason_and_write_them_where_one_says() throws IOException {
        Path bad = folder.resolve("bad.csv");
        Said said = run("import", file(row("1", "A"), "1|2\n", row("", "B"), row("1", "C")), "--bad-rows",
                bad.toString());
        assertEquals(Exit.REFUSED, said.code());
        assertTrue(said.out().contains("2 items"), said.out());
        assertTrue(said.err().contains("one row: too many or too few fields"), said.err());
        assertTrue(said.err().contains("2 rows: the same barcode"), said.err());
        List<String> lines = Files.readAllLines(bad);
        assertEquals(List.of("line,reason,imported,row", "3,wrong-field-count,false,1|2"), lines.subList(0, 2));
        assertEquals(5, lines.size());
        assertEquals(String.join("\r\n", lines) + "\r\n", run("bad-rows").out());
        assertEquals(Exit.REFUSED, run("bad-rows", bad.toString()).code(), "a file that is there stays");
        assertEquals(Exit.OK, run("bad-rows", bad.toString(), "--force").code());
    }

    @Test
    void end_well_when_all_rows_became_items_for_all_their_faults() throws IOException {
        assertEquals(Exit.OK, run("import", file(row("1", "A"), row("1", "B"))).code());
    }

    @Test
    void import_a_table_by_its_own_names() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "Signatur;Strichcode\nQA 1;7\n");
        Said said = run("import", table.toString(), "--layout", "csv", "--delimiter", ";", "--column",
                "barcode=Strichcode", "--column", "call-number=signatur");
        assertEquals(Exit.OK, said.code(), said.err());
        assertTrue(run("show", "7").out().contains("QA 1"));
    }

    @Test
    void say_what_is_wrong_and_leave_the_items_from_before() throws IOException {
        run("import", file(row("1", "A")));
        Path other = Files.writeString(folder.resolve("other.txt"), "no items\n1\n");
        assertEquals(Exit.REFUSED, run("import", other.toString()).code());
        assertEquals(Exit.USAGE, run("import", "nowhere.txt").code());
        assertEquals(Exit.USAGE, run("import", other.toString(), "--layout", "csv", "--delimiter", "ab").code());
        Said column = run("import", other.toString(), "--layout", "csv", "--column", "colour=x");
        assertEquals(Exit.USAGE, column.code());
        assertTrue(column.err().contains("call-number"), column.err());
        assertTrue(run("status").out().contains("One item of XYZ"), run("status").out());
    }

    @Test
    void say_so_when_nothing_was_imported_or_the_rules_have_changed_since() throws IOException {
        for (String command : List.of("status", "bad-rows")) {
            Said said = run(command);
            assertEquals(Exit.REFUSED, said.code());
            assertTrue(said.err().contains("inventory import"), said.err());
        }
        run("import", file(row("1", "A")));
        assertFalse(run("status").out().contains("rules"));
        rules = "2";
        assertTrue(run("status").out().contains("rules"));
    }

    @Test
    void fetch_by_the_profile_and_say_how_that_ended() throws IOException {
        run("import", file(row("1", "A")));
        TestBranch standard = TestBranch.standard();
        ItemFileRules rules = new ItemFileRules(ItemFiles.Choices.NONE,
                Optional.of(new ItemFileServer.Place("files.example.org",
                        22, "me", "ssh-ed25519 AAAA", "/", "*", Optional.empty())),
                new FetchSchedule.Every(Duration.ofHours(5)), 50);
        bench.at(new TestBranch(standard.profile().withItemFile(rules), folder, folder, standard.origin()));
        PretendUpdates updates = new PretendUpdates(rules);
        bench.provide(ItemFileUpdates.class, updates);
        Said before = run("status");
        assertTrue(before.out().contains("files.example.org; none was yet"), before.out());
        assertEquals(Exit.OK, run("fetch", "--due").code());
        assertTrue(run("fetch", "--due").out().contains("Nothing is due"));
        Said fetched = run("fetch");
        assertEquals(new Said(Exit.REFUSED, "", "It is away.\n"), unix(fetched));
        Said after = run("status");
        assertTrue(after.out().contains("It is away."), after.out());
        assertTrue(run("status", "--format", "json").out().contains("\"result\": \"failed\""));
        assertEquals(Exit.USAGE, run("fetch", "--host", "x").code());
        updates.heldBack = true;
        Said held = run("fetch");
        assertEquals(Exit.REFUSED, held.code());
        assertTrue(held.err().contains("It is small.") && held.err().contains("--accept-smaller"), held.err());
        assertEquals(new Said(Exit.OK, "3 items.\n", ""), unix(run("fetch", "--accept-smaller")));
        assertEquals(Exit.USAGE, run("fetch", "--due", "--accept-smaller").code());
    }

    @Test
    void say_how_a_file_would_be_read_and_what_was_guessed() throws IOException {
        Path table = Files.writeString(folder.resolve("items.csv"), "Strichcode;Titel;Regal\n1;One;QA 1\n");
        Said look = run("import", table.toString(), "--look", "--map", "call-number=Regal");
        assertEquals(Exit.OK, look.code());
        assertTrue(look.out().contains("barcode is in Strichcode (guessed"), look.out());
        assertTrue(look.out().contains("call-number is in Regal\n"), look.out());
        assertEquals(Exit.REFUSED, run("status").code(), "nothing was imported");
        assertEquals(Exit.OK, run("import", table.toString(), "--map", "call-number=Regal").code());
        assertTrue(run("show", "1").out().contains("QA 1"));
        assertEquals(Exit.USAGE, run("import", table.toString(), "--encoding", "no such").code());
    }

    @Test
    void fetch_a_file_and_say_where_it_is_without_opening_a_branch() {
        List<String> asked = new ArrayList<>();
        bench.provide(ItemFileServer.class, (place, secret, known, into, monitor) -> {
            asked.add(place.user() + "@" + place.host() + ":" + place.port() + place.folder() + "/" + place.pattern()
                    + " " + place.hostKey() + " " + new String(secret));
            monitor.progress(5, 10);
            return place.host().equals("away") ? new ItemFileServer.Fetched.Failed("It is away.", true)
                    : new ItemFileServer.Fetched.Done(into.resolve("items.txt"), "1");
        });
        Said said = bench.runWithInput("s3cret\n", "inventory", "fetch", "x", "--host", "files", "--user", "me",
                "--host-key", "ssh-ed25519 AAAA", "--password-stdin");
        assertEquals(new Said(Exit.OK, Path.of("x", "items.txt") + "\n", said.err()), unix(said));
        assertEquals(List.of("me@files:22/xfer/wms/reports/*Item_Inventories* ssh-ed25519 AAAA s3cret"), asked);
        assertTrue(said.err().contains("50 %"), said.err());
        assertTrue(bench.openedData.isEmpty(), "a branch was opened");
        Said away = bench.runWithInput("s3cret\n", "inventory", "fetch", "x", "--host", "away", "--user", "me",
                "--host-key", "ssh-ed25519 AAAA", "--password-stdin");
        assertEquals(new Said(Exit.REFUSED, "", away.err()), away);
        assertTrue(away.err().contains("It is away."));
        Said nobody = run("fetch", "x", "--host", "files", "--user", "me", "--host-key", "k");
        assertEquals(Exit.PASSWORD_REFUSED, nobody.code());
        assertEquals(Exit.USAGE, run("fetch", "x", "--host", "files", "--user", "me", "--host-key", "k", "--port", "0")
                .code());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "CARREL_CONFORMANCE_DATA", matches = ".+")
    void import_a_published_file_of_2903_items_and_count_them_right() throws IOException {
        Path published;
        try (Stream<Path> files = Files.list(Path.of(System.getenv("CARREL_CONFORMANCE_DATA"), "inventories"))) {
            published = files.filter(one -> one.getFileName().toString().contains("Item_Inventories")).findFirst()
                    .orElseThrow();
        }
        Said imported = run("import", published.toString());
        assertEquals(Exit.OK, imported.code(), imported.err());
        assertTrue(imported.out().startsWith("2,903 items"), imported.out());
        Map<String, Long> expected = Files.readAllLines(published).stream().skip(1).map(line -> line.split("\\|", -1))
                .collect(Collectors.groupingBy(
                        fields -> fields[1] + " " + (fields[3].isEmpty() ? fields[2] : fields[3]),
                        TreeMap::new, Collectors.counting()));
        StringBuilder counts = new StringBuilder("location,items\r\n");
        expected.forEach((location, count) -> counts.append(location).append(',').append(count).append("\r\n"));
        assertEquals(counts.toString(), run("status", "--format", "csv").out());
    }

    private String file(String... rows) throws IOException {
        return Files.writeString(folder.resolve("XYZ.Circulation_Item_Inventories.20261115.txt"),
                ITEMS + String.join("", rows)).toString();
    }

    private static String row(String barcode, String callNumber) {
        return "MAIN|STACKS|BOOK|" + callNumber + "|Title|" + barcode + "|a note|AVAILABLE\n";
    }

    private Said run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "inventory";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return bench.run(all);
    }

    private static Said unix(Said said) {
        return new Said(said.code(), said.out().replace("\r\n", "\n"), said.err());
    }
}
