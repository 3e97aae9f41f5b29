/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.charts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.carrel.inventory.chart.InventoryCharts;
import org.carrel.inventory.chart.InventoryCharts.Location;
import org.carrel.inventory.chart.InventoryCharts.Moment;
import org.carrel.inventory.chart.InventoryCharts.Person;
import org.carrel.inventory.chart.InventoryCharts.Range;
import org.carrel.inventory.comparison.Finding.Kind;

/** The numbers of an inventory that is half done. */
final class HalfDone {

    private static final Instant BEGIN = Instant.parse("2026-11-20T09:00:00Z");

    private HalfDone() {}

    static InventoryCharts charts() {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            ranges.add(new Range("QA" + i * 4 + " .A2 1999", "QA" + (i * 4 + 3) + " .Z9", 40,
                    i % 3 == 0 ? Map.of()
                            : Map.of(Kind.MISSING, i % 5 + 1, Kind.MISPLACED, i % 4,
                                    Kind.WRONG_BRANCH, i % 2)));
        }
        return new InventoryCharts(
                IntStream.range(0, 40).mapToObj(i -> new Moment(BEGIN.plusSeconds(300L * i), i * i / 3)).toList(),
                List.of(new Location("Reserve", 40, 2, 100), new Location("", 500, 12, 30)),
                List.of(new Person("Anna", 400, 20), new Person("", 107, 3)), ranges,
                Map.of(Kind.UNKNOWN_BARCODE, 3));
    }
}
