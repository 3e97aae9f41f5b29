/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventorySession;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.carrel.uitests.pages.InventoryPage;
import org.carrel.uitests.pages.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An inventory")
public abstract class InventoryScenario extends Scenario {

    private static final String BRANCH = "MAIN";
    private static final String SHELVES = "Stacks";
    /** Of nobody's: neither in the practice library nor like its barcodes. */
    private static final String FOREIGN = "99887766554433";

    /** In the stacks of the practice library. */
    private static final String ON_THE_SHELF = "31000000010010";

    private final InventoryPage inventory;

    @TempDir
    private Path folder;

    protected InventoryScenario(UiDriver ui) {
        super(ui);
        inventory = new InventoryPage(ui);
    }

    @AfterEach
    void leaveNone() {
        practice().forgetInventories();
    }

    private InventoryProject project(String name) {
        return practice().inventories().project(name)
                .orElseThrow(() -> new AssertionError("no inventory " + name + " on the disk"));
    }

    @Test
    void begins_with_the_item_file_and_counts_before_anything_happens() {
        inventory.open().importPracticeFile();
        assertTrue(inventory.itemFile().contains("items; imported"), inventory.itemFile());
        inventory.beginNew().chooseShelves(BRANCH, SHELVES).previews("where", "items,");
        String where = ui.text("newInventory.preview.where");
        inventory.next().fill("newInventory.from", "QA1").previews("which", "Once it is chosen");
        assertEquals(List.of(), practice().inventories().projects(), "nothing is made before somebody finishes");
        inventory.fill("newInventory.to", "QA999").previews("which", "items,");
        assertFalse(ui.text("newInventory.preview.which").equals(where), "a range is less than all: " + where);
        inventory.fill("newInventory.name", "Mathematics").finish().shows("Mathematics", "In use", "0");
        assertTrue(inventory.details().contains("MAIN: Stacks; QA1 to QA999"), inventory.details());
        assertEquals(List.of("Mathematics"),
                practice().inventories().projects().stream().map(InventoryProject::name).toList());
    }

    @Test
    void is_made_and_scanned_for_with_the_keyboard_alone() {
        inventory.open().importPracticeFile();
        desk.open();
        ui.press("Ctrl+3");
        inventory.isOpen().make("Stacks", BRANCH, SHELVES);
        inventory.scanAs("Ada", "Trolley").scan(FOREIGN, FOREIGN);
        inventory.shows("Stacks", "1");
        List<InventorySession> sessions = practice().inventories().sessions(project("Stacks").number());
        assertEquals(List.of("Ada with Trolley"),
                sessions.stream().map(one -> one.person() + " with " + one.device()).toList());
        assertTrue(practice().inventories().reads(project("Stacks").number()).stream().map(InventoryRead::mark)
                .anyMatch(mark -> mark.text().equals(FOREIGN)), "on the disk");
        inventory.scanAs("Ada", "Trolley");
        assertEquals(1, practice().inventories().sessions(project("Stacks").number()).size(), "gone on with");
        picture("inventory");
    }

    @Test
    void takes_no_second_one_of_a_name() {
        inventory.open().importPracticeFile().make("Twice", BRANCH, SHELVES);
        inventory.beginNew().chooseShelves(BRANCH, SHELVES).next().fill("newInventory.name", "TWICE");
        ui.clickLabelled("Finish");
        Waiting.until("it says why not", () -> ui.textOfWindow("New inventory").contains("\"TWICE\" already"),
                () -> ui.textOfWindow("New inventory"));
        new Question(ui, "New inventory").answer("Cancel");
        assertEquals(1, practice().inventories().projects().size());
    }

    @Test
    void is_closed_opened_again_and_deleted_after_its_loss_was_named() {
        inventory.open().importPracticeFile().make("Short", BRANCH, SHELVES).select("Short");
        ui.click("projects.close");
        new Question(ui, "Close an inventory").answer("Leave it open");
        assertTrue(project("Short").isOpen());
        ui.click("projects.close");
        new Question(ui, "Close an inventory").answer("Close it");
        inventory.shows("Short", "Closed");
        assertFalse(project("Short").isOpen());
        ui.click("projects.close");
        inventory.shows("Short", "In use");
        inventory.select("Short").scanAs("Bo", "Wand").select("Short");
        ui.click("projects.delete");
        Question question = new Question(ui, "Delete an inventory");
        assertTrue(question.text().contains("one session, no scans"), question.text());
        question.answer("Keep");
        inventory.shows("Short", "In use");
        ui.click("projects.delete");
        new Question(ui, "Delete an inventory").answer("Delete for ever");
        inventory.showsNo("Short");
        assertTrue(practice().inventories().projects().isEmpty());
    }

    @Test
    void is_drawn_as_charts_that_are_tables_too_with_the_keyboard_alone() {
        inventory.open().importPracticeFile().make("Charts", BRANCH, SHELVES);
        inventory.scanAs("Ada", "Trolley").scan(FOREIGN, FOREIGN).scan(ON_THE_SHELF, "Letters on Harbours");
        ui.press("Ctrl+Shift+C");
        inventory.chart("charts.locations", SHELVES, "1", "0");
        ui.press("Ctrl+Shift+C");
        inventory.chart("charts.time", "1");
        assertEquals("charts.time", ui.focused());
        ui.press("Ctrl+Shift+C");
        inventory.chart("charts.people", "Ada", "1");
        ui.choose("charts.kind", "Findings by call number");
        inventory.chart("charts.ranges", "1", "0");
        picture("inventory-charts");
    }

    @Test
    void is_told_to_the_library_system_once_with_the_keyboard_alone() {
        inventory.open().importPracticeFile().make("Told", BRANCH, SHELVES).scanAs("Ada", "Trolley");
        inventory.scan(FOREIGN, FOREIGN).scan(ON_THE_SHELF, "Letters on Harbours");
        ui.press("Ctrl+B");
        Question dryRun = new Question(ui, "What Would Be Told: Told");
        assertTrue(dryRun.text().contains("one item would be told"), dryRun.text());
        picture("inventory-dry-run");
        dryRun.answer("Close");
        ui.press("Ctrl+Shift+B");
        Question question = new Question(ui, "Tell the Library System");
        assertTrue(question.text().contains("one item"), question.text());
        question.answer("Tell");
        inventory.writtenBack(ON_THE_SHELF, "Told");
        Waiting.until("it says what came of it", () -> ui.text("writeback.said").startsWith("1 told, 0 refused"),
                () -> ui.text("writeback.said"));
        picture("inventory-write-back");
        ui.press("Ctrl+Shift+B");
        Question again = new Question(ui, "Tell the Library System");
        assertTrue(again.text().contains("Nothing is to be told"), again.text());
        again.answer("OK");
    }

    @Test
    void is_reported_as_a_workbook() throws IOException {
        Path file = folder.resolve("found.xlsx");
        inventory.open().importPracticeFile().make("Report", BRANCH, SHELVES);
        inventory.report(file);
        assertTrue(Files.size(file) > 0);
        assertTrue(ui.isEnabled("report.open"));
        assertTrue(ui.text("report.statement").contains("Item file of"), ui.text("report.statement"));
        ui.click("report.close");
        Waiting.until("the dialog is closed", () -> !ui.isShown("report.file"), ui::windows);
    }
}
