/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.carrel.inventory.chart.InventoryCharts;
import org.carrel.inventory.chart.InventoryCharts.Location;
import org.carrel.ui.Moments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A chart")
class ChartKindTest {

    private static final Moments MOMENTS = new Moments(ZoneId.of("Europe/Amsterdam"), Locale.US);

    private final InventoryCharts charts = HalfDone.charts();

    @ParameterizedTest
    @EnumSource(ChartKind.class)
    void says_in_its_table_what_it_draws(ChartKind kind) {
        ChartNumbers numbers = kind.of(charts, MOMENTS);
        assertFalse(numbers.isEmpty());
        assertFalse(numbers.sentence().isBlank());
        numbers.rows().forEach(row -> assertEquals(numbers.columns().size(), row.size(), row::toString));
        int drawn = numbers.categories().size() + numbers.moments().size();
        numbers.series().forEach(one -> assertEquals(drawn, one.values().size(), one::name));
        // A line begins at nothing, which is no row; what is elsewhere is a row without a bar.
        assertTrue(Math.abs(numbers.rows().size() - drawn) <= 1);
    }

    @Test
    void of_locations_names_even_one_without_a_name() {
        ChartNumbers numbers = ChartKind.LOCATIONS.of(charts, MOMENTS);
        assertEquals(List.of("Reserve", "40", "2", "100", "29 %"), numbers.rows().getFirst());
        assertEquals("(without a name)", numbers.rows().getLast().getFirst());
        assertTrue(numbers.sentence().startsWith("80 % is settled"), numbers.sentence());
    }

    @Test
    void over_time_says_when_in_the_time_zone_of_the_library() {
        ChartNumbers numbers = ChartKind.TIME.of(charts, MOMENTS);
        assertEquals(39, numbers.rows().size());
        assertEquals(List.of("Nov 20, 2026, 10:10 AM", "1", "1"), numbers.rows().get(1));
    }

    @Test
    void of_findings_counts_what_has_no_place_in_a_row_of_its_own() {
        ChartNumbers numbers = ChartKind.RANGES.of(charts, MOMENTS);
        assertEquals(25, numbers.rows().size());
        assertEquals(List.of("QA4 .A2 1999 to QA7 .Z9", "40", "4", "2", "1", "0", "1", "0"), numbers.rows().get(1));
        assertEquals(List.of("Elsewhere on the shelves", "", "3", "0", "0", "0", "0", "3"), numbers.rows().getLast());
        assertEquals("QA4", numbers.categories().get(1));
    }

    @ParameterizedTest
    @EnumSource(value = ChartKind.class, names = "LOCATIONS", mode = EnumSource.Mode.EXCLUDE)
    void of_an_inventory_that_nobody_began_is_empty(ChartKind kind) {
        InventoryCharts nothing = new InventoryCharts(List.of(), List.of(new Location("Stacks", 0, 0, 9)), List.of(),
                List.of(), Map.of());
        assertTrue(kind.of(nothing, MOMENTS).isEmpty());
        assertFalse(ChartKind.LOCATIONS.of(nothing, MOMENTS).isEmpty(), "what is still to read can be seen");
    }
}
