/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.report.ReportValues;
import org.carrel.inventory.report.Section;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * Comma-separated values by RFC 4180, in UTF-8. For people the title, the facts and each section's title stand before
 * the rows, with an empty line between; for other programs the one section stands alone.
 */
@Component
public final class CsvReports implements ReportFormat {

    private static final Texts TEXTS = Texts.of(CsvReports.class);
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What makes a spreadsheet take text for a formula, in its wide forms, too. */
    private static final String FORMULA = "=+-@\t\n\uFF1D\uFF0B\uFF0D\uFF20";

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String name() {
        return TEXTS.get("csv.name");
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public void write(Report report, ReportSettings settings, OutputStream out) throws IOException {
        if (!settings.factsFirst() && report.sections().size() > 1) {
            throw new UnwritableReportException(TEXTS.get("csv.severalSections", report.title()));
        }
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (settings.byteOrderMark()) {
            writer.write(BYTE_ORDER_MARK);
        }
        CSVPrinter printer = new CSVPrinter(writer,
                CSVFormat.RFC4180.builder().setDelimiter(settings.delimiter()).get());
        ReportValues values = new ReportValues(settings.zone());
        if (settings.factsFirst()) {
            printer.printRecord(harmless(report.title()));
            for (Report.Fact fact : report.facts()) {
                printer.printRecord(harmless(fact.name()), value(fact.value(), values));
            }
        }
        for (Section section : report.sections()) {
            if (settings.factsFirst()) {
                printer.println();
                printer.printRecord(harmless(section.title()));
            }
            printer.printRecord(section.columns().stream().map(Column::title).map(CsvReports::harmless).toList());
            List<String> line = new ArrayList<>();
            section.rows().read(cells -> {
                line.clear();
                cells.forEach(cell -> line.add(value(cell, values)));
                printer.printRecord(line);
            });
        }
        printer.flush();
    }

    private static String value(Cell cell, ReportValues values) {
        String text = values.text(cell);
        return cell instanceof Cell.Text ? harmless(text) : text;
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe, which makes it text there. */
    private static String harmless(String text) {
        String begun = text.stripLeading();
        boolean formula = !begun.isEmpty() && FORMULA.indexOf(begun.charAt(0)) >= 0
                || !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
