/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.xlsx.internal;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column;
import org.carrel.inventory.report.Section;
import org.carrel.model.Texts;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a section, on as many sheets as it needs. The rows of a sheet leave the memory as they come. */
final class SheetWriter {

    /** As many rows as a sheet of Excel can have. */
    static final int MOST_ROWS = Worksheet.MAX_ROWS;
    /** As many columns as a sheet of Excel can have. */
    static final int MOST_COLUMNS = Worksheet.MAX_COLS;

    private static final Texts TEXTS = Texts.of(SheetWriter.class);
    private static final Set<String> LETTER_COUNTRIES = Set.of("US", "CA", "MX", "PH");
    private static final int FLUSH_EVERY = 500;

    private final Workbook book;
    private final SheetNames names;
    private final Section section;
    private final ZoneId zone;
    private final int rowsPerSheet;
    private Worksheet sheet;
    private SheetCells cells;
    private int next;

    SheetWriter(Workbook book, SheetNames names, Section section, ZoneId zone, int rowsPerSheet) {
        this.book = book;
        this.names = names;
        this.section = section;
        this.zone = zone;
        this.rowsPerSheet = rowsPerSheet;
        begin();
    }

    private void begin() {
        sheet = book.newWorksheet(names.take(section.title()));
        cells = new SheetCells(sheet, zone);
        List<Column> columns = section.columns();
        for (int i = 0; i < columns.size(); i++) {
            cells.text(0, i, columns.get(i).title());
            // The button of the filter covers some of the header.
            sheet.width(i, Math.max(columns.get(i).width(), columns.get(i).title().length() + 3) + 1);
        }
        sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        print(sheet);
        sheet.repeatRows(0);
        next = 1;
    }

    /** How a sheet is printed: as wide as the paper, its pages numbered. */
    static void print(Worksheet sheet) {
        sheet.paperSize(LETTER_COUNTRIES.contains(Locale.getDefault().getCountry()) ? PaperSize.LETTER_PAPER
                : PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer(TEXTS.get("footer"), Position.CENTER);
    }

    void row(List<Cell> row) throws IOException {
        if (next == rowsPerSheet) {
            finish();
            begin();
        }
        for (int i = 0; i < row.size(); i++) {
            cells.put(next, i, row.get(i));
        }
        next++;
        if (next % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    void finish() throws IOException {
        sheet.setAutoFilter(0, 0, next - 1, section.columns().size() - 1);
        sheet.finish();
    }
}
