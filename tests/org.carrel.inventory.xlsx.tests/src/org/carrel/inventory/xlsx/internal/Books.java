/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.xlsx.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column;
import org.carrel.inventory.report.Column.Type;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.report.Section;

/** Reports to be written as workbooks. */
final class Books {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final Instant MADE = Instant.parse("2026-07-01T22:30:15Z");
    static final List<Column> COLUMNS = List.of(new Column("barcode", "Barcode", Type.TEXT, 16),
            new Column("call-number", "Call number", Type.CALL_NUMBER, 24),
            new Column("copies", "Copies", Type.NUMBER, 8), new Column("due", "Due", Type.DATE, 12),
            new Column("seen", "Seen", Type.DATE_TIME, 20));

    private Books() {}

    static Report report(Section... sections) {
        return new Report("Missing",
                new Report.About("Main Library", "2nd floor", Optional.of(LocalDate.of(2026, 6, 30)),
                        MADE, Optional.empty(), List.of()),
                List.of(sections));
    }

    static Section section(String title, List<List<Cell>> rows) {
        return new Section("missing", title, COLUMNS, rows.size(), Section.Rows.of(rows));
    }

    static Section texts(String title, String... texts) {
        return new Section("texts", title, List.of(new Column("text", "Text", Type.TEXT, 30)), texts.length,
                Section.Rows.of(List.of(texts).stream().map(text -> List.of(Cell.of(text))).toList()));
    }

    static Path write(Path folder, Report report) throws IOException {
        return write(folder, report, new XlsxReports());
    }

    static Path write(Path folder, Report report, XlsxReports format) throws IOException {
        Path file = folder.resolve("report.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            format.write(report, ReportSettings.standard(ZONE), out);
        }
        return file;
    }
}
