/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.carrel.scanner.ui.internal.BenchDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Looking for devices")
class FoundTest {

    private final BenchDriver driver = new BenchDriver("bench");

    @Test
    void lists_what_is_there() {
        driver.finds("COM3", "Left");
        assertTrue(Found.by(driver).sentence().startsWith("One device"));
        driver.finds("COM4", "Right");
        assertTrue(Found.by(driver).sentence().startsWith("2 devices"));
        assertEquals(List.of("COM3", "COM4"), Found.by(driver).devices().stream().map(one -> one.address()).toList());
    }

    @Test
    void finding_nothing_is_no_reason_to_give_up() {
        assertTrue(Found.by(driver).sentence().contains("Type where it is"));
    }

    @Test
    void a_driver_that_cannot_look_says_why() {
        driver.refuses("The ports may not be listed.");
        assertTrue(Found.by(driver).sentence().startsWith("The ports may not be listed."));
    }

    @Test
    void a_driver_with_a_fault_has_found_nothing_and_is_named() {
        driver.breaks();
        assertTrue(Found.by(driver).sentence().contains("Bench bench"));
        assertEquals(List.of(), Found.by(driver).devices());
    }
}
