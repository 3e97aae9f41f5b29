/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The tests live inside the program and cannot outlive it. So the window is closed and another one opened: whatever the
 * old one knew is gone, and the new one has what is kept elsewhere. The product's own tests end the whole program.
 */
@DisplayName("A desk that is closed and opened again")
public abstract class RestartScenario extends Scenario {

    protected RestartScenario(UiDriver ui) {
        super(ui);
    }

    @AfterEach
    void leaveOrdinaryColumns() {
        desk.chooseFromMenu("Reset Columns");
    }

    @Test
    void has_every_scan_also_those_made_just_before_closing() {
        desk.servePatron(Practice.patron(18));
        List<String> items = IntStream.range(83, 95).mapToObj(Practice::item).toList();
        items.forEach(desk::scan);
        desk.closeAndOpenAgain();
        practice().holds(items.size());
        assertEquals(items, practice().rows().stream().map(row -> row.transaction().item().value()).toList());
        desk.shows(items.size());
        assertEquals(items.reversed(), desk.column("Item"), "the newest first");
        Waiting.until("all wait for upload", () -> desk.pending().contains(Integer.toString(items.size())),
                desk::pending);
    }

    @Test
    void begins_with_nobody_at_it_and_the_ordinary_due_date() {
        desk.chooseDueDate("+1 week").servePatron(Practice.patron(19));
        desk.scan(Practice.item(95)).hears(Practice.item(95)).closeAndOpenAgain();
        assertEquals("", desk.patron(), "the next reader is not the last one");
        assertTrue(desk.isDueDateChosen(ORDINARY_DUE_DATE));
        Waiting.until("the first card belongs there", () -> ui.focused().equals("desk.patron"), ui::focused);
        assertTrue(desk.counts().contains("1 out today"), desk.counts());
    }

    @Test
    void shows_the_columns_as_somebody_arranged_them() {
        List<String> ordinary = desk.columns();
        desk.chooseFromMenu("Show Columns", "Patron");
        Waiting.until("the column is hidden", () -> !desk.columns().contains("Patron"), desk::columns);
        desk.chooseFromMenu("Move Column Left", "Item");
        Waiting.until("the column has moved",
                () -> desk.columns().indexOf("Item") == ordinary.indexOf("Item") - 2, desk::columns);
        List<String> arranged = desk.columns();
        desk.closeAndOpenAgain();
        assertEquals(arranged, desk.columns());
    }
}
