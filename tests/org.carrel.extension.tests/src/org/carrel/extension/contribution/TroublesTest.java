/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Troubles")
class TroublesTest {

    @Test
    @DisplayName("count once each, by bundle, and are bounded")
    void count_once() {
        Troubles troubles = new Troubles();
        for (int i = 0; i < 1_000; i++) {
            troubles.note("org.example.a", "It failed.");
            troubles.note("org.example.b", "Failure " + i);
        }
        assertEquals(java.util.List.of("It failed."), troubles.of("org.example.a"));
        assertTrue(troubles.of("org.example.b").size() < 100);
        assertEquals(java.util.List.of(), troubles.of("org.example.c"));
    }
}
