/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.carrel.model.CheckOut;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A wrong barcode")
public abstract class WrongBarcodesScenario extends Scenario {

    protected WrongBarcodesScenario(UiDriver ui) {
        super(ui);
    }

    @Test
    void without_a_patron_is_refused_and_leads_to_the_patron() {
        ui.focus("desk.out.item");
        desk.scan(Practice.item(37)).hears("Not recorded").hears("no patron");
        Waiting.until("the keyboard is in the patron field", () -> ui.focused().equals("desk.patron"), ui::focused);
        desk.isAsked(Practice.item(37));
        practice().holds(0);
        desk.press("F9").hasNoQuestions();
    }

    @Test
    void of_a_patron_in_the_item_field_begins_with_the_next_patron() {
        desk.servePatron(Practice.patron(6)).scan(Practice.patron(7));
        Waiting.until("the next patron is there", () -> desk.patron().equals(Practice.patron(7)), desk::patron);
        desk.scan(Practice.item(37)).hears("Checked out  " + Practice.item(37));
        practice().holds(1);
        assertEquals(Practice.patron(7),
                ((CheckOut) practice().rows().getFirst().transaction()).patron().value());
    }

    @Test
    void of_a_patron_at_check_in_is_refused() {
        desk.toCheckIn().scan(Practice.patron(7)).hears("barcode of a patron");
        practice().holds(0);
        desk.press("F9").hasNoQuestions();
    }

    @Test
    void of_an_item_in_the_patron_field_is_refused() {
        desk.scanPatron(Practice.item(38)).hears("barcode of an item");
        assertEquals("desk.patron", ui.focused(), "the next card belongs there");
        practice().holds(0);
    }

    @Test
    void that_is_empty_is_refused() {
        desk.servePatron(Practice.patron(6)).scan("").hears("no item yet");
        practice().holds(0);
    }

    @Test
    void that_does_not_look_like_one_is_refused() {
        desk.servePatron(Practice.patron(6)).scan("12").hears("does not look like an item");
        practice().holds(0);
        desk.press("F9").hasNoQuestions();
    }

    @Test
    void with_a_check_digit_that_does_not_fit_waits_for_a_decision() {
        String misread = wrongDigit(Practice.item(39));
        desk.servePatron(Practice.patron(6)).scan(misread).hears("Not recorded yet").isAsked(misread);
        practice().holds(0);
        desk.scan(Practice.item(39)).hears("Checked out  " + Practice.item(39));
        practice().holds(1);
        desk.isAsked(misread).press("Esc").hasNoQuestions().hears("Dropped");
        practice().holds(1);
    }

    @Test
    void is_recorded_all_the_same_when_the_desk_says_so() {
        String odd = wrongDigit(Practice.item(40));
        desk.servePatron(Practice.patron(6)).scan(odd).isAsked(odd).press("F8").hears("Checked out  " + odd);
        desk.hasNoQuestions();
        practice().holds(1);
        assertEquals(odd, practice().rows().getFirst().transaction().item().value());
    }

    @Test
    void scanned_twice_is_recorded_once() {
        desk.servePatron(Practice.patron(6)).scan(Practice.item(41)).hears("Checked out");
        desk.scan(Practice.item(41)).hears("Not recorded yet").isAsked("less than a minute ago").press("Esc")
                .hasNoQuestions();
        practice().holds(1);
    }

    private static String wrongDigit(String barcode) {
        int last = barcode.charAt(barcode.length() - 1) - '0';
        return barcode.substring(0, barcode.length() - 1) + (last + 1) % 10;
    }
}
