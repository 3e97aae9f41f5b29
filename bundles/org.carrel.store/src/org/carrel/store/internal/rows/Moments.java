/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.rows;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/**
 * Moments as the database keeps them: text in UTC, always with nine digits behind the second, so that text order is
 * time order, and no digit is lost on the way.
 */
public final class Moments {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private Moments() {}

    public static String text(Instant moment) {
        return FORMAT.format(moment);
    }

    /** Null, as a column has it, for an absent moment. */
    static String textOrNull(Optional<Instant> moment) {
        return moment.map(Moments::text).orElse(null);
    }

    public static Instant parse(String text) {
        return Instant.parse(text);
    }

    public static Optional<Instant> parseNullable(String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }
}
