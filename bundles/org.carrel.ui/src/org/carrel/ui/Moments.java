/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Moments as the desk reads them: in the branch's time zone, in the language of the workstation. Immutable. */
public final class Moments {

    private final DateTimeFormatter table;
    private final DateTimeFormatter full;
    private final DateTimeFormatter time;
    private final ZoneId zone;

    public Moments(ZoneId zone, Locale locale) {
        this.zone = zone;
        table = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale)
                .withZone(zone);
        full = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(locale)
                .withZone(zone);
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).withZone(zone);
    }

    /** In the time zone {@code zone} and the default language. */
    public static Moments of(ZoneId zone) {
        return new Moments(zone, Locale.getDefault());
    }

    /** In which moments are shown. */
    public ZoneId zone() {
        return zone;
    }

    /** Short, for a table cell. */
    public String inTable(Instant moment) {
        return plain(table.format(moment));
    }

    /** With the day of the week, for reading aloud. */
    public String inFull(Instant moment) {
        return plain(full.format(moment));
    }

    /** The time of day alone. */
    public String time(Instant moment) {
        return plain(time.format(moment));
    }

    /** Newer locale data puts a narrow no-break space before AM and PM, which many desk fonts lack. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ');
    }
}
