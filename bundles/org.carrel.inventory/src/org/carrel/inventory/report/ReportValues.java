/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as text, alike in all formats that are text: days and moments by ISO 8601, numbers as digits. Immutable. */
public final class ReportValues {

    private final DateTimeFormatter moments;

    /** @param zone in which moments are shown */
    public ReportValues(ZoneId zone) {
        this.moments = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** The value as text; empty when nothing is known. */
    public String text(Cell cell) {
        return switch (cell) {
            case Cell.Empty nothing -> "";
            case Cell.Text text -> text.value();
            case Cell.Amount amount -> amount.value().toPlainString();
            case Cell.Day day -> day.value().toString();
            case Cell.Moment moment -> moments.format(moment.value());
        };
    }
}
