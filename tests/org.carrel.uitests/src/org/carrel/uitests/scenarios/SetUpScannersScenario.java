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

import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.carrel.uitests.pages.Question;
import org.carrel.uitests.pages.ScannersPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whoever sets scanners up")
public abstract class SetUpScannersScenario extends Scenario {

    private static final String PRACTICE = "Practice scanner";

    @TempDir
    Path folder;
    private final ScannersPage scanners;

    protected SetUpScannersScenario(UiDriver ui) {
        super(ui);
        scanners = new ScannersPage(ui);
    }

    @BeforeEach
    void withoutScanners() {
        // A robot types as fast as a scanner does: what it types is to be typing.
        practice().scanners();
        scanners.open();
    }

    @AfterEach
    void leaveAKeyboardScanner() {
        practice().scanners(DeviceSettings.of("keyboard", "Keyboard scanner", "keyboard", "", DeviceRole.ANY));
    }

    @Test
    void practises_and_sees_what_became_of_each_scan_and_how_many_there_were() {
        scanners.practise(Practice.item(51)).hears("Item " + Practice.item(51)).explains("An item, by the pattern");
        assertEquals(PRACTICE + " sent: " + Practice.item(51), scanners.raw());
        scanners.shows(PRACTICE, "Connected", "1", "0");
        scanners.practise(Practice.patron(3)).hears("Patron " + Practice.patron(3));
        scanners.practise("\\x01").hears("A bad read").shows(PRACTICE, "3", "1");
        scanners.select(PRACTICE);
        Waiting.until("the counts are said", () -> scanners.details().contains("3 read, 1 of them bad reads, 0 that"),
                scanners::details);
        assertEquals(List.of(), practice().rows(), "what is tried is recorded nowhere");
    }

    @Test
    void sets_up_a_file_tries_it_before_and_removes_it_after_hearing_what_is_lost() throws IOException {
        Path file = Files.write(folder.resolve("wand.txt"), List.of(Practice.item(52), Practice.item(53), ""));
        scanners.add("File of barcodes").fill("setup.address", file.toString()).tryNow("Barcodes read: 2.");
        scanners.next("setup.name").fill("setup.name", "Wand").next("setup.example");
        scanners.fill("setup.example", Practice.item(54) + "\\r");
        Waiting.until("the example is understood", () -> ui.text("setup.result").contains("Item " + Practice.item(54)),
                () -> ui.text("setup.result"));
        scanners.finish().shows("Wand", "File of barcodes", "Off", "0").select("Wand").remove();
        var question = new Question(ui, "Remove a scanner");
        assertTrue(question.text().contains("The settings of \"Wand\" are lost"), question.text());
        question.answer("Keep");
        scanners.shows("Wand").select("Wand").remove();
        new Question(ui, "Remove a scanner").answer("Remove");
        scanners.showsNo("Wand");
    }

    @Test
    void tries_an_example_with_the_keyboard_alone() {
        ui.press("Ctrl+1");
        Waiting.until("the desk is open", () -> ui.isShown("desk.out.item"));
        ui.press("Ctrl+4");
        Waiting.until("Scanners is open", () -> ui.isShown("scanners.devices"));
        scanners.tryExample("A" + Practice.item(55) + "B\\r").hears("Item " + Practice.item(55))
                .explains("The start and stop letters of Codabar were taken off.");
    }
}
