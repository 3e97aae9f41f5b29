/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.charts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One chart before it is drawn: the same numbers as a table says them.
 *
 * @param sentence   what it shows, with the most important number
 * @param columns    of the table
 * @param rows       of the table, a text for each column
 * @param categories what the bars stand for, in little room
 * @param moments    when the points of a line were, instead of categories
 * @param series     each with as many values as there are categories or moments
 */
record ChartNumbers(String sentence, List<String> columns, List<List<String>> rows, List<String> categories,
        List<Instant> moments, List<Series> series) {

    ChartNumbers {
        Objects.requireNonNull(sentence, "sentence");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        categories = List.copyOf(categories);
        moments = List.copyOf(moments);
        series = List.copyOf(series);
    }

    /** What a colour stands for. */
    enum Ink {
        READ, MISSING, OPEN, MISPLACED, STATUS, STRANGE, UNKNOWN
    }

    /** Bars or points of one colour. */
    record Series(String name, Ink ink, List<Integer> values) {
        Series {
            values = List.copyOf(values);
        }

        boolean isEmpty() {
            return values.stream().allMatch(value -> value == 0);
        }
    }

    /** Nothing could be seen on it. */
    boolean isEmpty() {
        return series.stream().allMatch(Series::isEmpty);
    }
}
