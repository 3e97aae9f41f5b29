/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.carrel.model.TransactionState;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of transactions")
public abstract class FilterAndColumnsScenario extends Scenario {

    private static final String ANY_STATE = "Any status";
    /** An upload fails on it. */
    private static final String UNKNOWN = Practice.item(997);
    private static final String ANY_KIND = "Check outs and check ins";

    protected FilterAndColumnsScenario(UiDriver ui) {
        super(ui);
    }

    @AfterEach
    void leaveNoFilter() {
        desk.filterByState(ANY_STATE).filterByKind(ANY_KIND).filterByText("");
        desk.chooseFromMenu("Reset Columns");
    }

    @Test
    void is_filtered_by_status_kind_and_text() {
        desk.servePatron(Practice.patron(17)).scan(Practice.item(82)).hears(Practice.item(82));
        desk.toCheckIn().scan(UNKNOWN).hears(UNKNOWN).shows(2);
        desk.filterByKind("Check ins").shows(1);
        assertEquals(List.of(UNKNOWN), desk.column("Item"));
        desk.filterByKind(ANY_KIND).shows(2).filterByText(Practice.item(82).substring(8)).shows(1);
        assertEquals(List.of(Practice.item(82)), desk.column("Item"));
        desk.filterByText("").shows(2).filterByState("Upload failed").shows(0);
        desk.upload();
        practice().settles(UNKNOWN, TransactionState.UPLOAD_FAILED);
        desk.shows(1);
        assertEquals(List.of(UNKNOWN), desk.column("Item"), "it came into the filter by itself");
    }

    @Test
    void says_why_a_transaction_was_refused_under_the_mouse_and_beside_it() {
        desk.toCheckIn().scan(UNKNOWN).hears(UNKNOWN).shows(1).upload();
        practice().settles(UNKNOWN, TransactionState.UPLOAD_FAILED);
        desk.shows(UNKNOWN, "does not know this item");
        desk.hints(0, "does not know this item").select(0).details("does not know this item").details(UNKNOWN);
    }

    @Test
    void has_columns_that_are_hidden_moved_and_reset() {
        List<String> ordinary = desk.columns();
        assertTrue(ordinary.containsAll(List.of("Status", "Patron", "Item", "Due")), ordinary.toString());
        desk.chooseFromMenu("Show Columns", "Patron");
        Waiting.until("the column is hidden", () -> !desk.columns().contains("Patron"), desk::columns);
        desk.chooseFromMenu("Move Column Left", "Item");
        int before = ordinary.indexOf("Item") - 1;
        Waiting.until("the column has moved", () -> desk.columns().indexOf("Item") == before - 1, desk::columns);
        desk.scan("").chooseFromMenu("Reset Columns");
        Waiting.until("all is as before", () -> desk.columns().equals(ordinary), desk::columns);
        assertFalse(desk.columns().contains("Workstation"));
    }
}
