/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.xlsx.internal;

import java.io.IOException;
import java.io.OutputStream;

import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.report.Section;
import org.carrel.model.Texts;
import org.dhatim.fastexcel.Workbook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Workbooks of Excel: a sheet with the facts, then one for each section, with filters, a header that stays, and values
 * that are what they say: dates are dates, numbers are numbers, and text is text whatever it begins with.
 */
@Component
public final class XlsxReports implements ReportFormat {

    private static final Texts TEXTS = Texts.of(XlsxReports.class);
    private static final String APPLICATION = "Carrel";

    private final int rowsPerSheet;

    @Activate
    public XlsxReports() {
        this(SheetWriter.MOST_ROWS);
    }

    /** @param rowsPerSheet with the header; what is more goes on another sheet */
    XlsxReports(int rowsPerSheet) {
        this.rowsPerSheet = rowsPerSheet;
    }

    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public String name() {
        return TEXTS.get("name");
    }

    @Override
    public String ending() {
        return "xlsx";
    }

    @Override
    // Closing a workbook would finish it, and one whose writing failed must not be finished.
    @SuppressWarnings("resource")
    public void write(Report report, ReportSettings settings, OutputStream out) throws IOException {
        for (Section section : report.sections()) {
            if (section.columns().size() > SheetWriter.MOST_COLUMNS) {
                throw new UnwritableReportException(TEXTS.get("tooManyColumns", section.title()));
            }
        }
        Workbook book = new Workbook(out, APPLICATION, null);
        book.properties().setTitle(report.title());
        SheetNames names = new SheetNames();
        FactSheet.write(book, names, report, settings.zone());
        for (Section section : report.sections()) {
            SheetWriter writer = new SheetWriter(book, names, section, settings.zone(), rowsPerSheet);
            section.rows().read(writer::row);
            writer.finish();
        }
        book.finish();
    }
}
