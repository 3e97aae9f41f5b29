/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.carrel.model.ItemBarcode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The list of tags to put right")
class FixListTest {

    private static final String OTHER = "31000000000029";

    @TempDir
    Path folder;
    private final BenchDriver driver = new BenchDriver("bench");
    private Workstation desk;
    private FixList list;

    @BeforeEach
    void open() throws IOException {
        desk = new Workstation(folder, driver);
        desk.connected("pad", "Pad", "bench");
        list = new FixList(desk.scanners(), Workstation.moments());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void twoAreLifted() {
        desk.scanners().secure("pad", List.of(new ItemBarcode(Workstation.ITEM), new ItemBarcode(OTHER)), false);
    }

    @Test
    void says_when_there_is_nothing_to_do() {
        assertEquals(List.of(), list.read().items());
        assertTrue(list.read().sentence().contains("All tags"), list.read().sentence());
    }

    @Test
    void names_each_item_and_what_its_tag_should_say() {
        twoAreLifted();
        FixList.State state = list.read();
        assertEquals(2, state.items().size());
        assertEquals("cleared (the item is out)", list.shouldBe(state.items().getFirst()));
        assertTrue(list.since(state.items().getFirst()).contains("22 Nov 2026"));
        assertTrue(state.sentence().contains("2") && state.sentence().contains("Lay them"), state.sentence());
    }

    @Test
    void asks_for_a_pad_when_none_is_connected() throws IOException {
        twoAreLifted();
        desk.scanners().save(desk.device("pad").settings().withEnabled(false));
        desk.until("the pad is off", () -> list.read().pads().isEmpty());
        assertTrue(list.read().sentence().contains("No RFID pad"), list.read().sentence());
        assertTrue(list.tryAgain(list.read().pads()).contains("Still on the list: 2"));
    }

    @Test
    void puts_right_what_lies_on_the_pad_and_keeps_the_rest() {
        twoAreLifted();
        driver.lay(OTHER);
        String said = list.tryAgain(list.read().pads());
        assertTrue(said.startsWith("Put right: 1. Still on the list: 1."), said);
        assertEquals(List.of(new ItemBarcode(Workstation.ITEM)),
                list.read().items().stream().map(fix -> fix.item()).toList());
        driver.lay(Workstation.ITEM);
        assertTrue(list.tryAgain(list.read().pads()).startsWith("Put right: 1. Nothing is left"));
    }

    @Test
    void strikes_off_what_was_put_right_elsewhere() {
        twoAreLifted();
        assertEquals("Struck off the list: 1.", list.strikeOff(List.of(new ItemBarcode(OTHER))));
        assertEquals(1, list.read().items().size());
    }
}
