/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.carrel.model.inventory.InventoryProject;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.carrel.uitests.pages.InventoryPage;
import org.carrel.uitests.pages.ShelfPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Seven books that stand side by side in the stacks of the practice library, read in one order or another. */
@DisplayName("A shelf")
public abstract class ShelfScenario extends Scenario {

    private static final String HARBOURS = "31000000010010";
    private static final String ORCHARDS = "31000000010028";
    private static final String CLOCKS = "31000000010036";
    private static final String PAPER = "31000000010044";
    private static final String RIVERS = "31000000010051";
    private static final String OWLS = "31000000010069";

    private final InventoryPage inventory;
    private final ShelfPage shelf;

    protected ShelfScenario(UiDriver ui) {
        super(ui);
        inventory = new InventoryPage(ui);
        shelf = new ShelfPage(ui);
    }

    @BeforeEach
    void begin() {
        inventory.open().importPracticeFile().make("Shelf", "MAIN", "Stacks").scanAs("Ada", "Trolley");
        shelf.focusField().says("Ready");
    }

    @AfterEach
    void leaveNone() {
        practice().forgetInventories();
    }

    private List<String> onDisk() {
        InventoryProject project = practice().inventories().project("Shelf").orElseThrow();
        return practice().inventories().reads(project.number()).stream()
                .map(read -> read.mark().kind() + " " + read.mark().text()).toList();
    }

    private void chosen(String callNumber) {
        Waiting.until(callNumber + " is chosen", () -> shelf.picture().startsWith(callNumber), shelf::picture);
    }

    @Test
    void is_read_quietly_and_says_where_a_stray_book_belongs() {
        shelf.scan(HARBOURS, "PR4052 .H67 1981").scan(ORCHARDS, "Orchards").scan(CLOCKS, "Clocks");
        assertEquals("", shelf.sentence(), "all is well");
        shelf.scan(RIVERS, "Rivers").expects("PR4056 .P56 1999", "Missing");
        shelf.scan(OWLS, "Owls").scan(PAPER, "Paper");
        shelf.says("it belongs between PR4055 .C51 1977 and PR4056 .R82 2019");
        shelf.expects("PR4056 .P56 1999", "Misplaced").lastRead("PR4056 .P56 1999");
        assertTrue(shelf.picture().contains("1 misplaced, 0 missing"), shelf.picture());
        assertEquals(6, onDisk().size());
        picture("shelf");
    }

    @Test
    void is_marked_and_mended_with_the_keyboard_alone() {
        shelf.scan(HARBOURS, "Harbours").scan(CLOCKS, "Clocks").expects("PR4052 .O68 1952", "Missing");
        ui.press("F4");
        chosen("PR4052 .O68 1952");
        ui.press("F6");
        shelf.says("Found").expects("PR4052 .O68 1952", "Found");
        ui.press("Ctrl+Z");
        shelf.says("Mark taken back").expects("PR4052 .O68 1952", "Missing");
        shelf.focusField().scan("COND-DAMAGED", "Noted");
        ui.press("F3");
        shelf.says("Another shelf").lastRead("Another shelf");
        Waiting.until("all of it is on the disk", () -> onDisk().size() == 6, this::onDisk);
        assertEquals(List.of("ITEM " + HARBOURS, "ITEM " + CLOCKS, "FOUND " + ORCHARDS, "UNMARKED " + ORCHARDS,
                "CONDITION damaged", "SHELF "), onDisk());
    }

    @Test
    void takes_scans_from_its_lists_and_its_picture_too() {
        shelf.scan(HARBOURS, "Harbours").scan(ORCHARDS, "Orchards").expects("PR4055 .C51 1977", "");
        shelf.selectExpected("PR4055 .C51 1977");
        ui.focus("shelf.expected");
        shelf.scan(CLOCKS, "Clocks");
        ui.focus("shelf.strip");
        ui.press("Left");
        chosen("PR4052 .O68 1952");
        shelf.scan(PAPER, "Paper");
        assertEquals(List.of("ITEM " + HARBOURS, "ITEM " + ORCHARDS, "ITEM " + CLOCKS, "ITEM " + PAPER), onDisk());
    }
}
