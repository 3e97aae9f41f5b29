/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as SIP2 writes them: {@code YYYYMMDDZZZZHHMMSS}, where four blanks mean local time and {@code Z} on the right
 * means UTC. Servers in the field write {@code YYYYMMDDHHMMSS} too, without anything in the middle.
 */
public final class SipDates {

    /** With the place for the zone, and without. */
    private static final Pattern DATE = Pattern.compile("(\\d{8})(?:( {4}|[0 ]{3}Z|[A-Z]{3} | {3}[A-Z])?)(\\d{6})");
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'    'HHmmss");

    private SipDates() {}

    /** In the server's local time, as most servers want it. */
    public static String write(Instant instant, ZoneId zone) {
        return LOCAL.format(instant.atZone(zone));
    }

    /**
     * The moment that {@code text} names; empty when it names none.
     *
     * @param zone where the other side is, for a date without a zone
     */
    public static Optional<Instant> read(String text, ZoneId zone) {
        Matcher date = DATE.matcher(text.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        boolean utc = date.group(2) != null && date.group(2).endsWith("Z");
        try {
            return Optional.of(LocalDateTime.parse(date.group(1) + date.group(3), DIGITS)
                    .atZone(utc ? ZoneOffset.UTC : zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As the protocol wants it, with its eighteen characters. */
    static boolean isWellFormed(String text) {
        return text.length() == FixedField.TRANSACTION_DATE.width() && read(text, ZoneOffset.UTC).isPresent();
    }
}
