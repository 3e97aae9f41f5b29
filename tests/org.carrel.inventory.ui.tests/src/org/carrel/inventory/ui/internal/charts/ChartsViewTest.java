/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The view Charts")
class ChartsViewTest {

    @ParameterizedTest(name = "{0} ms: {1} ms")
    @CsvSource({ "0, 1000", "200, 1000", "1500, 4500", "60000, 15000" })
    void rests_longer_the_longer_it_took_to_count(long took, long rest) {
        assertEquals(rest, ChartsView.pause(took));
    }
}
