/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.xlsx.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.ReportValues;
import org.carrel.model.Texts;
import org.dhatim.fastexcel.Worksheet;

/** Puts values into a sheet. */
final class SheetCells {

    /** As long as text in a cell of Excel can be. */
    static final int LONGEST_TEXT = 32_767;

    private static final Texts TEXTS = Texts.of(SheetCells.class);
    /** Excel believes that 1900 was a leap year: days before that February ended are other days there. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    /** Fifteen digits are all that a number of Excel has. */
    private static final int MOST_DIGITS = 15;
    /** Office Open XML writes a character by its number in this way (ECMA-376 part 1, 22.4.2.4, ST_Xstring). */
    private static final Pattern ENCODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Worksheet sheet;
    private final ZoneId zone;
    private final ReportValues values;

    SheetCells(Worksheet sheet, ZoneId zone) {
        this.sheet = sheet;
        this.zone = zone;
        this.values = new ReportValues(zone);
    }

    void put(int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Empty nothing -> {
                // An empty cell is one that is not there.
            }
            case Cell.Text text -> text(row, column, text.value());
            case Cell.Amount amount when amount.value().precision() <= MOST_DIGITS -> sheet.value(row, column,
                    amount.value());
            case Cell.Day day when isDay(day.value()) -> {
                sheet.value(row, column, day.value());
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Cell.Moment moment when isDay(LocalDate.ofInstant(moment.value(), zone)) -> {
                sheet.value(row, column, LocalDateTime.ofInstant(moment.value(), zone));
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            case Cell.Amount long_ -> text(row, column, values.text(cell));
            case Cell.Day early -> text(row, column, values.text(cell));
            case Cell.Moment early -> text(row, column, values.text(cell));
        }
    }

    private static boolean isDay(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Text in the cell itself: a table of all texts, as is usual, would have to be held in memory. */
    void text(int row, int column, String text) {
        sheet.inlineString(row, column, encoded(shortened(text)));
    }

    /** Says in the cell that and how much is missing. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        String remark = TEXTS.get("shortened", text.length());
        int end = LONGEST_TEXT - remark.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + remark;
    }

    private static String encoded(String text) {
        return text.indexOf("_x") < 0 ? text : ENCODED.matcher(text).replaceAll("_x005F_");
    }
}
