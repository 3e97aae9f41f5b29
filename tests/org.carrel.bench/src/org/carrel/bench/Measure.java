/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One line of the report.
 *
 * @param name  what was measured; stays the same from version to version, so that reports can be compared
 * @param value the figure; finite
 * @param unit  of {@code value} and {@code goal}; {@code ×} is a ratio of two figures of the same run
 * @param goal  the greatest value that is good; empty for a figure that explains another one
 */
public record Measure(String name, double value, String unit, OptionalDouble goal) {

    public Measure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(goal, "goal");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is not a number: " + value);
        }
    }

    /** A figure that should not be greater than {@code goal}. */
    public static Measure atMost(double goal, String name, double value, String unit) {
        return new Measure(name, value, unit, OptionalDouble.of(goal));
    }

    /** A figure without a goal, which explains another one. */
    public static Measure figure(String name, double value, String unit) {
        return new Measure(name, value, unit, OptionalDouble.empty());
    }

    /** Whether the goal is met; without a goal there is nothing to miss. */
    public boolean met() {
        return goal.isEmpty() || value <= goal.getAsDouble();
    }

    String row(int nameWidth) {
        String verdict = goal.isEmpty() ? "" : met() ? "met" : "MISSED";
        String wanted = goal.isEmpty() ? "" : "≤ " + number(goal.getAsDouble()) + " " + unit;
        return String.format(Locale.ROOT, "%-" + nameWidth + "s  %12s  %-12s  %s", name, number(value) + " " + unit,
                wanted, verdict).stripTrailing();
    }

    private static String number(double value) {
        return Math.abs(value) >= 100 || value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
