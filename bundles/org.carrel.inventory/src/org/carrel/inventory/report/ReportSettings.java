/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.time.ZoneId;
import java.util.Objects;

/**
 * How a report is written.
 *
 * @param zone          in which moments are shown
 * @param byteOrderMark whether a text file begins with the mark by which Excel knows UTF-8
 * @param factsFirst    whether a text file begins with the title and the facts; without them it is a bare table for
 *                      other programs
 * @param delimiter     between the values of a text file; Excel expects {@code ;} where the comma is the decimal sign
 */
public record ReportSettings(ZoneId zone, boolean byteOrderMark, boolean factsFirst, char delimiter) {

    public ReportSettings {
        Objects.requireNonNull(zone, "zone");
        if (delimiter != ',' && delimiter != ';' && delimiter != '\t') {
            throw new IllegalArgumentException("delimiter " + (int) delimiter);
        }
    }

    /** For people with Excel. */
    public static ReportSettings standard(ZoneId zone) {
        return new ReportSettings(zone, true, true, ',');
    }

    /** For other programs: nothing but a table. */
    public static ReportSettings bare(ZoneId zone) {
        return new ReportSettings(zone, false, false, ',');
    }
}
