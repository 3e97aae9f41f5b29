/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.carrel.cli.internal.Bench.Said;
import org.carrel.store.Store;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/** Over the real store and the real item file, with call numbers that stand in the order of their letters. */
@DisplayName("The commands for findings")
class InventoryFindingsTest {

    private static final String HEADER = "Item_Holding_Location|Item_Permanent_Shelving_Location|Item_Call_Number|Title"
            + "|Item_Barcode|Item_Status_Current_Status\n";

    @TempDir
    Path folder;

    private final Bench bench = new Bench();
    private Store store;

    @BeforeEach
    void inventory() throws IOException {
        TestBranch standard = TestBranch.standard();
        store = AsWritten.provide(bench,
                new TestBranch(standard.profile(), folder, folder.resolve("journal"), standard.origin()));
        StringBuilder items = new StringBuilder(HEADER);
        for (int i = 1; i <= 9; i++) {
            items.append("MAIN|").append(i < 8 ? "STACKS" : "RESERVE").append("|A").append(i).append("|Title ")
                    .append(i).append('|').append(i).append(i == 6 ? "|ON_LOAN\n" : "|AVAILABLE\n");
        }
        items.append("MAIN|STACKS|A8|Another|4|AVAILABLE\n");
        Path file = Files.writeString(folder.resolve("XYZ.Circulation_Item_Inventories.20261115.txt"),
                items.toString());
        assertEquals(Exit.OK, bench.run("inventory", "import", file.toString()).code());
        assertEquals(Exit.OK, bench.run("inventory", "project", "new", "Autumn", "--location", "STACKS").code());
        assertEquals(Exit.OK, bench.runWithInput("1\n3\n6\n9\n99\n7\n", "inventory", "scan", "Autumn", "--person",
                "ab", "--device", "wand").code());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void are_listed_with_how_they_stand_and_narrowed_by_kind_state_and_words() {
        Said table = bench.run("inventory", "findings", "autumn", "--whole");
        assertEquals(Exit.OK, table.code(), table.err());
        assertTrue(table.out().startsWith("Autumn: 7 findings are to do"), table.out());
        assertTrue(table.out().contains("Missing: 4 Open"), table.out());
        assertEquals(List.of("2", "4", "5", "4"), barcodes("--kind", "missing"));
        assertEquals(List.of("9"), barcodes("--text", "RESERVE title"));
        assertEquals(List.of(), barcodes("--state", "handled,settled"));
        Said wrong = bench.run("inventory", "findings", "Autumn", "--kind", "lost");
        assertEquals(Exit.USAGE, wrong.code());
        assertTrue(wrong.err().contains("wrong-location"), wrong.err());
        String csv = bench.run("inventory", "findings", "Autumn", "--format", "csv").out();
        assertTrue(csv.startsWith("finding,barcode,call-number,title,location,where,state,note,"), csv);
    }

    @Test
    void are_handled_by_barcode_with_a_note_and_opened_again() {
        Said done = handle("2", "5", "77", "--as", "handled", "--note", "on the cart", "--format", "json");
        assertEquals(Exit.OK, done.code(), done.err());
        assertTrue(done.err().contains("no such finding about 77"), done.err());
        assertTrue(done.err().contains("Kept: 2 findings"), done.err());
        assertEquals("handled", JsonParser.parseString(done.out()).getAsJsonArray().get(0).getAsJsonObject()
                .get("state").getAsString());
        assertEquals(List.of("2", "5"), barcodes("--state", "handled", "--text", "cart"));
        assertEquals(Exit.OK, handle("2", "--as", "open").code());
        assertEquals(List.of("5"), barcodes("--state", "handled"));
        assertEquals(Exit.REFUSED, handle("5", "--as", "handled").code(), "it is already");
    }

    @Test
    void many_are_only_handled_when_somebody_says_yes_and_the_trail_says_how_many() {
        Said nobody = handle("--kind", "missing", "--as", "set-aside");
        assertEquals(Exit.USAGE, nobody.code());
        assertTrue(nobody.err().contains("--yes"), nobody.err());
        assertEquals(List.of(), barcodes("--state", "set-aside"));
        assertEquals(Exit.OK, handle("--kind", "missing", "--as", "set-aside", "--yes").code());
        assertEquals(4, barcodes("--state", "set-aside").size());
        assertTrue(deeds().contains("FINDINGS_HANDLED Autumn: 4 findings"), deeds().toString());
        assertEquals(Exit.USAGE, handle("--as", "handled").code(), "of what?");
    }

    @Test
    void what_is_found_is_settled_and_what_is_not_says_what_to_do_next() throws IOException {
        Path list = Files.writeString(folder.resolve("found.txt"), "2\n5\n");
        assertEquals(Exit.OK, handle("--from", list.toString(), "--as", "found").code());
        assertEquals(List.of("2", "5"), barcodes("--state", "settled"));
        bench.run("inventory", "project", "new", "Spring", "--location", "STACKS");
        assertEquals(Exit.OK, bench.run("inventory", "handle", "Spring", "1", "--whole", "--as", "not-found").code());
        assertTrue(bench.run("inventory", "findings", "Spring", "--whole", "--text", "A1").out()
                .contains("mark it missing"));
    }

    @Test
    void conditions_and_duplicate_barcodes_are_dealt_with_by_the_words_of_the_branch() {
        assertEquals(Exit.OK, handle("9", "--as", "condition:damaged").code());
        assertEquals(List.of("9"), barcodes("--kind", "condition"));
        Said wrong = handle("9", "--as", "condition:wet");
        assertEquals(Exit.USAGE, wrong.code());
        assertTrue(wrong.err().contains("damaged, relabel, outdated"), wrong.err());
        assertEquals(Exit.OK, handle("9", "--as", "no-condition:damaged").code());
        assertEquals(List.of(), barcodes("--kind", "condition"));

        bench.runWithInput("4\n", "inventory", "scan", "Autumn", "--person", "ab", "--device", "wand");
        assertEquals(List.of("4"), barcodes("--kind", "duplicate-barcode"));
        assertEquals(Exit.USAGE, handle("4", "--as", "item:3").code());
        assertEquals(Exit.OK, handle("4", "--as", "item:2").code());
        assertEquals(List.of("4"), barcodes("--kind", "duplicate-barcode", "--state", "settled"));
        assertEquals(List.of("4"), barcodes("--kind", "missing", "--text", "\"Title 4\"".replace("\"", "")));
    }

    @Test
    void misuse_is_said_in_a_sentence_and_changes_nothing() {
        assertEquals(Exit.USAGE, handle("2", "--as", "lost").code());
        assertEquals(Exit.USAGE, handle("2", "--as", "note").code());
        assertEquals(Exit.USAGE, handle("2", "--as", "found", "--note", "x").code());
        assertEquals(Exit.USAGE, handle("2", "--as", "handled", "--note", "x".repeat(1_001)).code());
        assertEquals(List.of(), store.handlings(1));
    }

    @Test
    void a_project_is_deleted_with_all_of_it_when_somebody_says_yes() {
        Said asked = bench.run("inventory", "project", "delete", "Autumn");
        assertEquals(Exit.USAGE, asked.code());
        assertTrue(asked.err().contains("holds 7 scans and marks") || asked.err().contains("holds 6 scans"),
                asked.err());
        assertEquals(1, store.projects().size());
        assertEquals(Exit.OK, bench.run("inventory", "project", "delete", "autumn", "--yes").code());
        assertEquals(List.of(), store.projects());
        assertEquals(List.of(), store.reads(1));
        assertTrue(deeds().getLast().startsWith("INVENTORY_DELETED Autumn, with"), deeds().toString());
        assertEquals(Exit.OK, bench.run("inventory", "project", "new", "Autumn", "--location", "STACKS").code());
        assertEquals(2, store.projects().getFirst().number(), "its number is never used again");
    }

    private List<String> deeds() {
        List<String> deeds = new ArrayList<>();
        store.read(line -> deeds.add(line.deed() + " " + line.detail()));
        return deeds;
    }

    private Said handle(String... more) {
        List<String> arguments = new ArrayList<>(List.of("inventory", "handle", "Autumn", "--whole"));
        arguments.addAll(List.of(more));
        return bench.run(arguments.toArray(String[]::new));
    }

    private List<String> barcodes(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("inventory", "findings", "Autumn", "--whole", "--format", "json"));
        arguments.addAll(List.of(options));
        Said said = bench.run(arguments.toArray(String[]::new));
        assertEquals(Exit.OK, said.code(), said.err());
        JsonArray rows = JsonParser.parseString(said.out()).getAsJsonArray();
        List<String> barcodes = new ArrayList<>();
        for (JsonElement row : rows) {
            barcodes.add(row.getAsJsonObject().get("barcode").getAsString());
        }
        return barcodes;
    }
}
