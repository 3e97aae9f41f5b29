/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.carrel.model.TransactionState;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.carrel.uitests.pages.Question;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The keyboard alone")
public abstract class KeyboardScenario extends Scenario {

    protected KeyboardScenario(UiDriver ui) {
        super(ui);
    }

    @Test
    void is_enough_for_a_check_out_a_check_in_and_an_upload() {
        ui.press("F2");
        ui.type(Practice.patron(15) + "\n");
        desk.scan(Practice.item(77)).hears("Checked out  " + Practice.item(77));
        ui.press("F6");
        desk.scan(Practice.item(78)).hears("Checked in  " + Practice.item(78));
        ui.press("Ctrl+U");
        practice().settles(Practice.item(77), TransactionState.UPLOADED);
        Waiting.until("both are settled", () -> practice().rows().stream().noneMatch(row -> row.state().isPending()));
        assertEquals("desk.in.item", ui.focused(), "the next scan belongs there");
        ui.press("Ctrl+2");
        Waiting.until("Sync is in front", () -> ui.isShown("sync.groups"));
        ui.press("Ctrl+1");
        Waiting.until("the desk is back, ready for a scan", () -> ui.focused().equals("desk.in.item"), ui::focused);
    }

    @Test
    void keeps_copy_cut_and_paste_in_the_fields() {
        ui.focus("desk.patron");
        ui.type("2100");
        ui.press("Ctrl+A");
        ui.press("Ctrl+X");
        Waiting.until("it is cut", () -> desk.patron().isEmpty(), desk::patron);
        ui.press("F3");
        ui.press("Ctrl+V");
        Waiting.until("it is pasted", () -> desk.item().equals("2100"), desk::item);
        ui.press("Ctrl+A");
        ui.press("Ctrl+C");
        ui.press("Backspace");
        Waiting.until("all of it was selected", () -> desk.item().isEmpty(), desk::item);
        ui.press("F2");
        ui.press("Ctrl+V");
        Waiting.until("it was copied", () -> desk.patron().equals("2100"), desk::patron);
    }

    @Test
    void selects_and_deletes_rows_and_comes_back_to_the_scan_field() {
        desk.servePatron(Practice.patron(16)).scan(Practice.item(79)).hears(Practice.item(79));
        desk.scan(Practice.item(80)).hears(Practice.item(80)).shows(2).focusTable();
        ui.press("Ctrl+A");
        ui.press("Del");
        var question = new Question(ui, "Delete 2 transactions for ever?");
        assertTrue(question.text().contains(Practice.item(79)), question.text());
        ui.press("Alt+D");
        practice().holds(0);
        Waiting.until("the keyboard is back in the item field",
                () -> List.of("desk.out.item").contains(ui.focused()), ui::focused);
    }
}
