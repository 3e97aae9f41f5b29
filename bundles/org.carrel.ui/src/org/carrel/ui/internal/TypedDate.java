/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands a date as people type it: in the order of day, month and year of their language whatever stands between
 * the numbers, with or without the year or with two digits of it; as ISO writes it; as the field itself writes it; or
 * as {@code +7} days and {@code +2w} weeks from today. Immutable.
 */
public final class TypedDate {

    private static final Pattern OFFSET = Pattern.compile("\\+\\s*([0-9]{1,3})\\s*([dwmDWM]?)");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,4}([^0-9\\p{L}]+[0-9]{1,4}){1,2}[.]?");

    private final String order;
    private final List<DateTimeFormatter> written;
    private final DateTimeFormatter shown;

    public TypedDate(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null,
                IsoChronology.INSTANCE, locale);
        order = Pattern.compile("[^yMd]").matcher(pattern.replace('u', 'y').replace('L', 'M')).replaceAll("")
                .replaceAll("(.)\\1+", "$1");
        shown = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        written = Arrays.stream(FormatStyle.values())
                .map(style -> new DateTimeFormatterBuilder().parseCaseInsensitive().parseLenient()
                        .append(DateTimeFormatter.ofLocalizedDate(style)).toFormatter(locale))
                .toList();
    }

    /** As the field shows it; {@link #read} understands it. */
    public String write(LocalDate date) {
        return shown.format(date);
    }

    /** What {@code text} means when typed on {@code today}; empty when it means nothing. */
    public Optional<LocalDate> read(String text, LocalDate today) {
        String typed = text.strip();
        try {
            Matcher offset = OFFSET.matcher(typed);
            if (offset.matches()) {
                return Optional.of(later(today, Integer.parseInt(offset.group(1)), offset.group(2)));
            }
            if (NUMBERS.matcher(typed).matches()) {
                return numbers(typed, today);
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return written.stream().flatMap(formatter -> parse(formatter, typed).stream()).findFirst();
    }

    private static LocalDate later(LocalDate today, int count, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "w" -> today.plusWeeks(count);
            case "m" -> today.plusMonths(count);
            default -> today.plusDays(count);
        };
    }

    private Optional<LocalDate> numbers(String typed, LocalDate today) {
        String[] parts = typed.split("[^0-9]+");
        if (parts.length == 2) {
            boolean dayFirst = order.indexOf('d') < order.indexOf('M');
            LocalDate date = LocalDate.of(today.getYear(), Integer.parseInt(parts[dayFirst ? 1 : 0]),
                    Integer.parseInt(parts[dayFirst ? 0 : 1]));
            return Optional.of(date.isBefore(today) ? date.plusYears(1) : date);
        }
        String used = parts[0].length() > 2 ? "yMd" : order;
        String year = parts[used.indexOf('y')];
        if (year.length() != 2 && year.length() != 4) {
            return Optional.empty();
        }
        int full = year.length() == 2 ? 2_000 + Integer.parseInt(year) : Integer.parseInt(year);
        return Optional.of(LocalDate.of(full, Integer.parseInt(parts[used.indexOf('M')]),
                Integer.parseInt(parts[used.indexOf('d')])));
    }

    private static Optional<LocalDate> parse(DateTimeFormatter formatter, String typed) {
        try {
            return Optional.of(LocalDate.parse(typed, formatter));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
