/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.xlsx.internal;

import java.io.IOException;
import java.time.ZoneId;

import org.carrel.inventory.report.Report;
import org.carrel.model.Texts;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet: what the report is of. */
final class FactSheet {

    private static final Texts TEXTS = Texts.of(FactSheet.class);
    private static final int NAMES_WIDTH = 24;
    private static final int VALUES_WIDTH = 80;

    private FactSheet() {}

    @SuppressWarnings("resource")
    static void write(Workbook book, SheetNames names, Report report, ZoneId zone) throws IOException {
        Worksheet sheet = book.newWorksheet(names.take(TEXTS.get("facts")));
        SheetCells cells = new SheetCells(sheet, zone);
        cells.text(0, 0, report.title());
        sheet.style(0, 0).bold().fontSize(14).set();
        int row = 2;
        for (Report.Fact fact : report.facts()) {
            cells.text(row, 0, fact.name());
            sheet.style(row, 0).bold().set();
            cells.put(row, 1, fact.value());
            sheet.style(row, 1).horizontalAlignment("left").wrapText(true).set();
            row++;
        }
        sheet.width(0, NAMES_WIDTH);
        sheet.width(1, VALUES_WIDTH);
        SheetWriter.print(sheet);
        sheet.finish();
    }
}
