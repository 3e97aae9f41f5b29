/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.carrel.model.CheckOut;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The due date")
public abstract class DueDateScenario extends Scenario {

    protected DueDateScenario(UiDriver ui) {
        super(ui);
    }

    @Test
    void stays_as_chosen_from_item_to_item_and_from_patron_to_patron() {
        desk.chooseDueDate("+1 week").servePatron(Practice.patron(4));
        desk.scan(Practice.item(31)).hears(Practice.item(31));
        desk.scan(Practice.item(32)).hears(Practice.item(32));
        desk.servePatron(Practice.patron(5)).scan(Practice.item(33)).hears(Practice.item(33));
        for (int number : new int[] { 31, 32, 33 }) {
            CheckOut loan = loan(number);
            assertEquals(day(loan.occurredAt()).plusWeeks(1), day(loan.dueAt()), "of item " + number);
            assertEquals(practice().branch().profile().dueDates().closingTime(),
                    LocalDateTime.ofInstant(loan.dueAt(), zone()).toLocalTime());
        }
    }

    @Test
    void stays_as_typed_until_another_one_is_chosen() {
        desk.servePatron(Practice.patron(4)).typeDueDate("+3");
        desk.scan(Practice.item(34)).hears(Practice.item(34));
        desk.scan(Practice.item(35)).hears(Practice.item(35));
        desk.chooseDueDate("+2 weeks").press("F3");
        desk.scan(Practice.item(36)).hears(Practice.item(36));
        assertEquals(day(loan(34).occurredAt()).plusDays(3), day(loan(34).dueAt()));
        assertEquals(day(loan(35).occurredAt()).plusDays(3), day(loan(35).dueAt()));
        assertEquals(day(loan(36).occurredAt()).plusWeeks(2), day(loan(36).dueAt()));
    }

    @Test
    void is_picked_in_the_calendar_with_the_keyboard_alone() {
        desk.chooseDueDate("+1 week").servePatron(Practice.patron(4)).openCalendar();
        ui.press("Down");
        ui.press("Right");
        ui.press("Enter");
        Waiting.until("the next scan belongs into the item field", () -> ui.focused().equals("desk.out.item"),
                ui::focused);
        desk.scan(Practice.item(30)).hears(Practice.item(30));
        assertEquals(day(loan(30).occurredAt()).plusWeeks(2).plusDays(1), day(loan(30).dueAt()));
    }

    private CheckOut loan(int item) {
        return (CheckOut) practice().row(Practice.item(item)).transaction();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    private ZoneId zone() {
        return practice().branch().profile().zone();
    }
}
