/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.carrel.uitests.pages.FindingsPage;
import org.carrel.uitests.pages.InventoryPage;
import org.carrel.uitests.pages.Question;
import org.carrel.uitests.pages.ShelfPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shelf of the practice library on which one book is missing, one is in the wrong place and one is nobody's. */
@DisplayName("Findings")
public abstract class FindingsScenario extends Scenario {

    private static final String FOREIGN = "99887766554433";
    private static final String ORCHARDS = "31000000010028";
    private static final String MISSING = "Missing; PR4052 .O68 1952; " + ORCHARDS;
    private static final String MISPLACED = "Misplaced; PR4056 .P56 1999; "
            + "Between PR4055 .C51 1977 and PR4056 .R82 2019";
    private static final String UNKNOWN = "Unknown barcode; " + FOREIGN;
    private static final String TO_DO = "To do";
    private static final String DONE = "Handled or settled";

    private final InventoryPage inventory;
    private final FindingsPage findings;

    @TempDir
    private Path folder;

    protected FindingsScenario(UiDriver ui) {
        super(ui);
        inventory = new InventoryPage(ui);
        findings = new FindingsPage(ui);
    }

    @BeforeEach
    void read() {
        inventory.open().importPracticeFile().make("Findings", "MAIN", "Stacks").scanAs("Ada", "Trolley");
        new ShelfPage(ui).focusField().says("Ready").scan("31000000010010", "Harbours").scan("31000000010036", "Clocks")
                .scan("31000000010051", "Rivers").scan("31000000010069", "Owls").scan("31000000010044", "Paper")
                .scan(FOREIGN, FOREIGN);
        findings.open().lists(MISSING, UNKNOWN, MISPLACED);
    }

    @AfterEach
    void leaveNone() {
        practice().forgetInventories();
    }

    private List<String> onDisk() {
        return practice().saidOfFindings("Findings");
    }

    @Test
    void are_handled_with_a_note_and_taken_back_with_the_keyboard_alone() {
        findings.select(0);
        assertTrue(findings.details().contains("Look for it on the shelf"), findings.details());
        picture("findings");
        ui.press("Ctrl+Shift+D");
        Question note = new Question(ui, "Done, with a note");
        assertTrue(note.text().contains("Write nothing about patrons"), note.text());
        ui.type("lent without a scan\n");
        Waiting.until("the note is written", () -> !ui.windows().contains("Done, with a note"), ui::windows);
        findings.says("Handled: one finding").lists(UNKNOWN, MISPLACED);
        assertEquals(List.of("MISSING " + ORCHARDS + " HANDLED lent without a scan"), onDisk());
        findings.show(DONE).lists(MISSING + "; Handled: lent without a scan").show(TO_DO);

        findings.select(0);
        ui.press("Enter");
        findings.lists(MISPLACED);
        ui.press("Ctrl+Z");
        findings.says("Taken back").lists(UNKNOWN, MISPLACED);
        ui.press("Ctrl+Z");
        findings.lists(MISSING, UNKNOWN, MISPLACED);
        assertEquals(List.of("MISSING " + ORCHARDS + " HANDLED lent without a scan",
                "UNKNOWN_BARCODE " + FOREIGN + " HANDLED ", "UNKNOWN_BARCODE " + FOREIGN + " OPEN ",
                "MISSING " + ORCHARDS + " OPEN "), onDisk(), "nothing is erased");
    }

    @Test
    void are_found_on_a_second_look_and_the_others_are_reported() throws IOException {
        findings.select(0);
        ui.press("F6");
        findings.says("Found: one finding").lists(UNKNOWN, MISPLACED);
        Path file = folder.resolve("unknown.csv");
        ui.press("Ctrl+R");
        Waiting.until("it is asked which report", () -> ui.isShown("report.kind"), ui::windows);
        String first = ui.text("report.file");
        ui.focus("report.kind");
        ui.press("Down");
        Waiting.until("another report has another name", () -> !ui.text("report.file").equals(first),
                () -> ui.text("report.file"));
        ui.choose("report.format", "Comma-separated values");
        inventory.fill("report.file", file.toString());
        ui.click("report.write");
        Waiting.until("it is written", () -> ui.text("report.said").contains("Written to"),
                () -> ui.text("report.said"));
        ui.click("report.close");
        Waiting.until("the dialog is closed", () -> !ui.isShown("report.file"), ui::windows);
        assertTrue(Files.readString(file).contains("PR4056 .P56 1999"), Files.readString(file));
    }
}
