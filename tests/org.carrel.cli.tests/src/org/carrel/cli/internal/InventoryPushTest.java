/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.cli.internal.Bench.Said;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.inventory.WriteBackRules;
import org.carrel.model.port.InventoryWriteBack;
import org.carrel.store.Store;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Over the real store and the real item file, with a library system that answers as it is told to. */
@DisplayName("The command that pushes what an inventory found")
@Timeout(120)
class InventoryPushTest implements InventoryWriteBack {

    private static final String HEADER = "Institution_Symbol|Item_Holding_Location|Item_Permanent_Shelving_Location"
            + "|Item_Call_Number|Title|Item_Barcode|Item_Status_Current_Status\n";
    private static final Outcome COUNTED = new Outcome.Accepted(Optional.empty(), List.of());

    @TempDir
    Path folder;

    private final Bench bench = new Bench();
    private final List<String> told = new ArrayList<>();
    private final Map<String, Outcome> answers = new HashMap<>();
    private Store store;

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public synchronized Outcome inventoried(ItemBarcode item) {
        told.add(item.value());
        return answers.getOrDefault(item.value(), COUNTED);
    }

    @BeforeEach
    void provide() throws Exception {
        TestBranch standard = TestBranch.standard();
        TestBranch branch = new TestBranch(
                standard.practising().profile().withWriteBack(new WriteBackRules("http://127.0.0.1:9/{barcode}/found",
                        "{\"location\":\"{branch}\"}", Duration.ZERO, 1, Optional.of("XYZ"))),
                folder, folder.resolve("journal"), standard.origin());
        store = AsWritten.provide(bench, branch);
        bench.secrets.supplyWsKeySecret("secret".toCharArray());
        bench.provide(InventoryPush.class, InventoryPush.of(store, store, this,
                bench.get(CallNumbers.class), store, branch));
        StringBuilder items = new StringBuilder(HEADER);
        for (int i = 1; i <= 5; i++) {
            items.append(i == 5 ? "ABC" : "XYZ").append("|MAIN|STACKS|A").append(i).append("|Title ").append(i)
                    .append('|').append(i).append("|AVAILABLE\n");
        }
        Path file = Files.writeString(folder.resolve("XYZ.Circulation_Item_Inventories.20261115.txt"),
                items.toString());
        assertEquals(Exit.OK, bench.run("inventory", "import", file.toString()).code());
        assertEquals(Exit.OK, bench.run("inventory", "project", "new", "Spring", "--branch", "MAIN").code());
        Path scans = Files.writeString(folder.resolve("scans.txt"), "1\n2\n3\n5\n9\n");
        bench.run("inventory", "scan", "Spring", scans.toString(), "--person", "ab");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void shows_in_a_dry_run_what_would_be_sent_and_what_is_left_out_and_why() {
        Said said = bench.run("inventory", "push", "--dry-run", "--show", "1");
        assertEquals(Exit.OK, said.code(), said.toString());
        assertTrue(said.out().contains("5 barcodes were read; 3 items are to be told."), said.out());
        assertTrue(said.out().contains("Left out: Owned by another institution: 1."), said.out());
        assertTrue(said.out().contains("Left out: Not in the item file: 1."), said.out());
        assertTrue(said.out().contains("POST http://127.0.0.1:9/1/found\n"), said.out());
        assertFalse(said.out().contains("POST http://127.0.0.1:9/2/found"), said.out());
        assertEquals(List.of(), told);
    }

    @Test
    void lists_a_dry_run_for_programs() {
        assertEquals("""
                barcode,what
                1,tell
                2,tell
                3,tell
                5,not-owned
                9,not-in-file
                """, bench.run("inventory", "push", "--dry-run", "--format", "csv").out().replace("\r", ""));
        JsonObject json = JsonParser.parseString(bench.run("inventory", "push", "--dry-run", "--format", "json").out())
                .getAsJsonObject();
        assertEquals(3, json.get("to-tell").getAsInt());
        assertEquals(1, json.getAsJsonObject("left-out").get("not-owned").getAsInt());
        assertEquals(3, json.getAsJsonArray("first-requests").size());
    }

    @Test
    void tells_of_each_item_once() {
        Said said = bench.run("inventory", "push", "--project", "spring");
        assertEquals(Exit.OK, said.code(), said.toString());
        assertEquals(List.of("1", "2", "3"), told);
        assertTrue(said.err().contains("3/3 Told: 3"), said.err());
        assertTrue(said.out().contains("Spring: 3 told, 0 refused, 0 of unknown outcome, 0 waiting."), said.out());
        assertEquals(Exit.OK, bench.run("inventory", "push").code());
        assertEquals(List.of("1", "2", "3"), told);
    }

    @Test
    void tells_of_a_few_for_trying() {
        assertEquals(Exit.OK, bench.run("inventory", "push", "--most", "1", "--quiet").code());
        assertEquals(List.of("1"), told);
    }

    @Test
    void leaves_what_is_in_doubt_to_a_person_who_decides() {
        answers.put("2", new Outcome.NoAnswer("connection reset", true, Optional.empty()));
        Said said = bench.run("inventory", "push", "--format", "csv");
        assertEquals(Exit.REFUSED, said.code(), said.toString());
        assertTrue(said.out().lines().anyMatch(line -> line.startsWith("2,unknown,1,")), said.out());
        answers.clear();
        assertEquals(Exit.OK, bench.run("inventory", "push").code());
        assertEquals(List.of("1", "2", "3"), told);
        assertEquals(Exit.OK, bench.run("inventory", "push", "--unknown", "tell").code());
        assertEquals(List.of("1", "2", "3", "2"), told);
    }

    @Test
    void ends_with_the_exit_code_of_what_went_wrong() {
        answers.put("1", new Outcome.SignInRefused("The key was refused."));
        Said said = bench.run("inventory", "push");
        assertEquals(Exit.SIGN_IN_REFUSED, said.code());
        assertTrue(said.err().contains("The key was refused. Nothing more was sent"), said.err());
        answers.put("1", new Outcome.Refused(new Problem(Problem.Kind.UNKNOWN_ITEM, "HTTP 404", "No such item.")));
        JsonObject json = JsonParser.parseString(bench.run("inventory", "push", "--format", "json").out())
                .getAsJsonObject();
        assertEquals("completed", json.get("ending").getAsString());
        assertEquals(1, json.get("refused").getAsInt());
        assertEquals("refused",
                json.getAsJsonArray("to-decide").get(0).getAsJsonObject().get("state").getAsString());
    }

    @Test
    void asks_which_project_when_none_or_several_could_be_meant() {
        bench.run("inventory", "project", "new", "Autumn", "--branch", "MAIN");
        Said said = bench.run("inventory", "push");
        assertEquals(Exit.USAGE, said.code());
        assertTrue(said.err().contains("2 open inventories count. Name one"), said.err());
        assertEquals(Exit.USAGE, bench.run("inventory", "push", "--project", "Winter").code());
        assertEquals(Exit.USAGE, bench.run("inventory", "push", "--project", "Spring", "--most", "0").code());
    }

    @Test
    void stops_when_the_program_is_asked_to_end() throws Exception {
        StopSignal stop = new StopSignal(Duration.ofMinutes(1));
        assertFalse(stop.isAsked());
        Thread ending = Thread.ofPlatform().start(() -> stop.ask(Duration.ofMinutes(1)));
        while (!stop.isAsked()) {
            Thread.onSpinWait();
        }
        assertTrue(new PushProgress(null, true, stop).isCancelled());
        stop.close();
        ending.join();
    }
}
