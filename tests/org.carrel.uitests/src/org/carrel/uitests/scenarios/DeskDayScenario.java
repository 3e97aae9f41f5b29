/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A desk's day")
public abstract class DeskDayScenario extends Scenario {

    protected DeskDayScenario(UiDriver ui) {
        super(ui);
    }

    @Test
    void is_recorded_in_order_while_the_library_system_is_away() {
        practice().offline();
        desk.servePatron(Practice.patron(1));
        desk.scan(Practice.item(1)).hears("Checked out  " + Practice.item(1));
        desk.scan(Practice.item(2)).hears(Practice.item(2));
        desk.scan(Practice.item(3)).hears(Practice.item(3));
        Waiting.until("three for this patron", () -> desk.counts().startsWith("3 "), desk::counts);

        desk.servePatron(Practice.patron(2)).scan(Practice.item(4)).hears(Practice.item(4));
        Waiting.until("one for the next patron", () -> desk.counts().startsWith("1 "), desk::counts);
        assertEquals(Practice.patron(2), desk.patron(), "the patron stays until changed");

        desk.toCheckIn().scan(Practice.item(5)).hears("Checked in  " + Practice.item(5));
        desk.scan(Practice.item(6)).hears(Practice.item(6));

        desk.shows(6);
        assertEquals(List.of("Awaiting Sync"), desk.column("Status").stream().distinct().toList());
        assertEquals(List.of(Practice.item(6), Practice.item(5), Practice.item(4), Practice.item(3), Practice.item(2),
                Practice.item(1)), desk.column("Item"), "the newest first");
        Waiting.until("six wait for upload", () -> desk.pending().contains("6"), desk::pending);

        List<QueueEntry> onDisk = practice().rows();
        assertEquals(4, onDisk.stream().filter(row -> row.transaction() instanceof CheckOut).count());
        assertEquals(2, onDisk.stream().filter(row -> row.transaction() instanceof CheckIn).count());
    }

    @Test
    void goes_on_at_the_speed_of_a_scanner() {
        desk.servePatron(Practice.patron(3));
        for (int i = 10; i < 30; i++) {
            desk.scan(Practice.item(i));
        }
        practice().holds(20);
        List<String> expected = IntStream.range(10, 30).mapToObj(Practice::item).toList();
        assertEquals(expected, practice().rows().stream().map(row -> row.transaction().item().value()).toList());
        assertTrue(practice().rows().stream().allMatch(row -> ((CheckOut) row.transaction()).patron().value()
                .equals(Practice.patron(3))));
        desk.shows(20);
    }
}
