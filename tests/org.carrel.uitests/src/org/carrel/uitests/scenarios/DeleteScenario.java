/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.pages.Question;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Deleting")
public abstract class DeleteScenario extends Scenario {

    protected DeleteScenario(UiDriver ui) {
        super(ui);
    }

    @Test
    void asks_first_and_names_what_would_be_lost() {
        desk.servePatron(Practice.patron(8)).scan(Practice.item(42)).hears(Practice.item(42));
        desk.scan(Practice.item(43)).hears(Practice.item(43)).shows(2);

        desk.select(0).clear();
        var question = new Question(ui, "Delete 1 transaction for ever?");
        String text = question.text();
        assertTrue(text.contains(Practice.item(43)) && text.contains(Practice.patron(8)), text);
        question.answer("Cancel");
        practice().holds(2);

        desk.select(0).clear();
        new Question(ui, "Delete 1 transaction for ever?").answer("Delete it");
        practice().holds(1);
        desk.shows(1).hears("1 transaction deleted");
        assertEquals(List.of(Practice.item(42)), desk.column("Item"));
    }

    @Test
    void takes_several_at_once() {
        desk.servePatron(Practice.patron(8)).scan(Practice.item(44)).hears(Practice.item(44));
        desk.scan(Practice.item(45)).hears(Practice.item(45));
        desk.scan(Practice.item(46)).hears(Practice.item(46)).shows(3);
        desk.select(0, 2).clear();
        new Question(ui, "Delete 2 transactions for ever?").answer("Delete 2");
        desk.shows(1);
        assertEquals(List.of(Practice.item(45)), desk.column("Item"));
    }
}
