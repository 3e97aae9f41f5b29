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
 * @param goal  the last value that is good; empty for a figure that explains another one
 * @param kind  on which side of {@code goal} the good values are
 */
public record Measure(String name, double value, String unit, OptionalDouble goal, Kind kind) {

    /** What is better. */
    public enum Kind {
        /** Less, down from the goal. */
        AT_MOST,
        /** More, up from the goal. */
        AT_LEAST
    }

    public Measure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(goal, "goal");
        Objects.requireNonNull(kind, "kind");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is not a number: " + value);
        }
    }

    /** A figure that should not be greater than {@code goal}. */
    public static Measure atMost(double goal, String name, double value, String unit) {
        return new Measure(name, value, unit, OptionalDouble.of(goal), Kind.AT_MOST);
    }

    /** A figure that should not be less than {@code goal}. */
    public static Measure atLeast(double goal, String name, double value, String unit) {
        return new Measure(name, value, unit, OptionalDouble.of(goal), Kind.AT_LEAST);
    }

    /** A figure without a goal, which explains another one. */
    public static Measure figure(String name, double value, String unit) {
        return new Measure(name, value, unit, OptionalDouble.empty(), Kind.AT_MOST);
    }

    /** Whether the goal is met; without a goal there is nothing to miss. */
    public boolean met() {
        return goal.isEmpty()
                || (kind == Kind.AT_MOST ? value <= goal.getAsDouble() : value >= goal.getAsDouble());
    }

    String row(int nameWidth) {
        String verdict = goal.isEmpty() ? "" : met() ? "met" : "MISSED";
        String wanted = goal.isEmpty() ? ""
                : (kind == Kind.AT_MOST ? "≤ " : "≥ ") + number(goal.getAsDouble()) + " " + unit;
        return String.format(Locale.ROOT, "%-" + nameWidth + "s  %12s  %-12s  %s", name, number(value) + " " + unit,
                wanted, verdict).stripTrailing();
    }

    private static String number(double value) {
        return Math.abs(value) >= 100 || value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
