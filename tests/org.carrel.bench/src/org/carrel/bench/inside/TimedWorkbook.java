/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.carrel.bench.Figures;
import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column;
import org.carrel.inventory.report.Column.Type;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportFiles.Destination;
import org.carrel.inventory.report.ReportFiles.Monitor;
import org.carrel.inventory.report.ReportFiles.Written;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.report.Section;

/** Writes one workbook, in a program that has just started: the columns of a list of missing items. */
final class TimedWorkbook {

    private static final List<Column> COLUMNS = List.of(new Column("no", "No.", Type.NUMBER, 8),
            new Column("location", "Shelving location", Type.TEXT, 24),
            new Column("call-number", "Call number", Type.CALL_NUMBER, 28), new Column("title", "Title", Type.TEXT, 50),
            new Column("barcode", "Barcode", Type.TEXT, 16), new Column("author", "Author", Type.TEXT, 24),
            new Column("last-seen", "Last inventoried", Type.DATE, 14),
            new Column("read-at", "Scanned at", Type.DATE_TIME, 20));

    private final Services services;
    private final Path folder;

    TimedWorkbook(Services services, Path folder) {
        this.services = services;
        this.folder = folder;
    }

    Figures run(int rows) throws IOException {
        ReportFiles files = services.get(ReportFiles.class);
        Files.createDirectories(folder);
        Path file = folder.resolve("missing.xlsx");
        Section section = new Section("missing", "Missing", COLUMNS, rows, sink -> {
            for (int i = 0; i < rows; i++) {
                sink.row(row(i));
            }
        });
        Report report = new Report("Missing",
                new Report.About("Bench", "All", Optional.of(LocalDate.EPOCH), Instant.EPOCH,
                        Optional.empty(), List.of()),
                List.of(section));
        long start = System.nanoTime();
        Written written = files.write(report, new Destination(file, "xlsx", ReportSettings.standard(ZoneOffset.UTC)),
                Monitor.SILENT);
        long took = System.nanoTime() - start;
        if (!(written instanceof Written.Done done) || done.rows() != rows) {
            throw new IOException("the workbook ended as " + written);
        }
        Figures figures = new Figures();
        figures.put("took", took);
        figures.put("bytes", Files.size(file));
        figures.put("heap", ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(peak -> peak.getUsed()).sum());
        return figures;
    }

    private static List<Cell> row(int i) {
        return List.of(Cell.of(i + 1L), Cell.of("Stacks, floor " + i % 7),
                Cell.of("QA" + i % 999 + "." + i % 13 + " .D" + i % 97 + " " + (1950 + i % 76)),
                Cell.of("A title of some length that differs from row to row, number " + i),
                Cell.of(Long.toString(31_000_000_000_000L + i * 7_919L)), Cell.of("Author " + i % 5_003),
                Cell.of(LocalDate.EPOCH.plusDays(18_000 + i % 2_000)), Cell.of(Instant.EPOCH.plusSeconds(i * 37L)));
    }
}
