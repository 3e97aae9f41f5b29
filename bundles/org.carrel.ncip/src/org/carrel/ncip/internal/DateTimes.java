/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Reads xs:dateTime, and what servers write in its place. */
final class DateTimes {

    private DateTimes() {}

    /**
     * The instant; empty when {@code text} is no date.
     *
     * @param zone for a date without an offset; a date without a time lasts until the end of that day
     */
    static Optional<Instant> read(String text, ZoneId zone) {
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from,
                    LocalDateTime::from);
            return Optional.of(read instanceof OffsetDateTime exact ? exact.toInstant()
                    : ((LocalDateTime) read).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return readDate(text, zone);
        }
    }

    private static Optional<Instant> readDate(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDate.parse(text).atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
