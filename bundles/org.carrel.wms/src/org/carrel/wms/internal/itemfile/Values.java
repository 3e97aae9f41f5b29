/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** What a field of an item file means: its ways to say nothing, its dates, its several values. */
final class Values {

    private Values() {}

    /** {@code text} without blanks around it; empty when it is one of the ways to say nothing. */
    static String said(String text) {
        String stripped = text.strip();
        return stripped.equalsIgnoreCase("N/A") ? "" : stripped;
    }

    /** The first of several values that says something. */
    static String first(String text) {
        if (text.indexOf('^') < 0) {
            return said(text);
        }
        for (String value : text.split("\\^")) {
            if (!said(value).isEmpty()) {
                return said(value);
            }
        }
        return "";
    }

    /** All of several values that say something. */
    static String all(String text) {
        if (text.indexOf('^') < 0) {
            return said(text);
        }
        StringBuilder joined = new StringBuilder();
        for (String value : text.split("\\^")) {
            if (!said(value).isEmpty()) {
                joined.append(joined.isEmpty() ? "" : "; ").append(said(value));
            }
        }
        return joined.toString();
    }

    /**
     * A date as {@code yyyy-MM-dd} or {@code M/d/yyyy}; a time behind it is not read. Nothing when the year is 1,
     * which is how the file says that there is none.
     *
     * @param said not empty
     * @throws DateTimeException when it is no date
     */
    static Optional<LocalDate> date(String said) {
        int blank = said.indexOf(' ');
        int time = blank < 0 ? said.indexOf('T') : blank;
        String day = time < 0 ? said : said.substring(0, time);
        LocalDate date;
        if (day.length() == 10 && day.charAt(4) == '-' && day.charAt(7) == '-') {
            date = LocalDate.of(number(day, 0, 4), number(day, 5, 7), number(day, 8, 10));
        } else {
            int first = day.indexOf('/');
            int second = day.indexOf('/', first + 1);
            if (first < 0 || second < 0) {
                throw new DateTimeException("not a date");
            }
            date = LocalDate.of(number(day, second + 1, day.length()), number(day, 0, first),
                    number(day, first + 1, second));
        }
        return date.getYear() == 1 ? Optional.empty() : Optional.of(date);
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        if (from >= to || to - from > 4) {
            throw new DateTimeException("not a date");
        }
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("not a date");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** A number that is not negative; empty when {@code said} is none. */
    static OptionalInt count(String said) {
        if (said.isEmpty() || said.length() > 9) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = 0; i < said.length(); i++) {
            int digit = said.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            value = value * 10 + digit;
        }
        return OptionalInt.of(value);
    }
}
