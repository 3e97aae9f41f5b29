/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column;
import org.carrel.inventory.report.Column.Type;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.report.Section;

/** Reports to be written. */
final class Samples {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final Instant MADE = Instant.parse("2026-07-01T22:30:15Z");

    private Samples() {}

    static Report report(Section... sections) {
        return new Report("Missing",
                new Report.About("Main Library", "2nd floor", Optional.of(LocalDate.of(2026, 6, 30)),
                        MADE, Optional.of("Names of the people who scanned."), List.of()),
                List.of(sections));
    }

    static Section section(List<List<Cell>> rows) {
        return new Section("missing", "Missing items",
                List.of(new Column("barcode", "Barcode", Type.TEXT, 16),
                        new Column("call-number", "Call number", Type.CALL_NUMBER, 24),
                        new Column("copies", "Copies", Type.NUMBER, 8), new Column("due", "Due", Type.DATE, 12),
                        new Column("seen", "Seen", Type.DATE_TIME, 20)),
                rows.size(), Section.Rows.of(rows));
    }

    static Section texts(String... texts) {
        return new Section("texts", "Texts", List.of(new Column("text", "Text", Type.TEXT, 30)), texts.length,
                Section.Rows.of(List.of(texts).stream().map(text -> List.of(Cell.of(text))).toList()));
    }

    static List<Cell> row() {
        return List.of(Cell.of("00310001"), Cell.of("QA 76.9 .D3"), Cell.of(-12), Cell.of(LocalDate.of(2026, 6, 30)),
                Cell.of(MADE));
    }

    static String written(ReportFormat format, Report report, ReportSettings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(report, settings, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
