/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.io.IOException;
import java.util.List;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFiles.Monitor;
import org.carrel.inventory.report.Section;

/** Counts the rows of a report as they are read, tells of it, and ends the reading when somebody wants that. */
final class WatchedRows {

    private static final int TELL_EVERY = 500;

    private final Report report;
    private final Monitor monitor;
    private final long expected;
    private long rows;

    WatchedRows(Report report, Monitor monitor) {
        this.monitor = monitor;
        this.expected = report.sections().stream().mapToLong(Section::expected).sum();
        this.report = report.with(report.sections().stream().map(this::watched).toList());
    }

    /** The report whose rows are watched. */
    Report report() {
        return report;
    }

    /** How many rows were read. */
    long rows() {
        return rows;
    }

    void endWhenCancelled() throws CancelledException {
        if (monitor.isCancelled()) {
            throw new CancelledException();
        }
    }

    private Section watched(Section section) {
        return section.with(sink -> {
            monitor.progress(rows, Math.max(rows, expected));
            section.rows().read(cells -> row(section, cells, sink));
            monitor.progress(rows, Math.max(rows, expected));
        });
    }

    private void row(Section section, List<Cell> cells, Section.Sink sink) throws IOException {
        endWhenCancelled();
        section.check(cells);
        sink.row(cells);
        rows++;
        if (rows % TELL_EVERY == 0) {
            monitor.progress(rows, Math.max(rows, expected));
        }
    }

    /** Somebody stopped the writing. */
    static final class CancelledException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
