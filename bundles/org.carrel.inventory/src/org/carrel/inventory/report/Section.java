/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * A table of a report: a sheet of a workbook, a chapter of a page.
 *
 * @param id       names it for scripts; never changes
 * @param title    what people read
 * @param columns  never empty
 * @param expected about how many rows there will be, for progress
 * @param rows     what is in it
 */
public record Section(String id, String title, List<Column> columns, long expected, Rows rows) {

    /** Rows that are not held in memory. Can be read as often as wanted, always from the first. */
    @FunctionalInterface
    public interface Rows {

        /** Hands every row to {@code sink}, on the calling thread; what the sink throws ends it. */
        void read(Sink sink) throws IOException;

        /** Rows that are in memory anyway. */
        static Rows of(List<List<Cell>> rows) {
            List<List<Cell>> kept = List.copyOf(rows);
            return sink -> {
                for (List<Cell> row : kept) {
                    sink.row(row);
                }
            };
        }
    }

    /** Takes rows. */
    @FunctionalInterface
    public interface Sink {

        /** @param cells one for each column; not kept beyond the call */
        void row(List<Cell> cells) throws IOException;
    }

    public Section {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        columns = List.copyOf(columns);
        Objects.checkIndex(0, columns.size());
        Objects.requireNonNull(rows, "rows");
        if (expected < 0) {
            throw new IllegalArgumentException("expected " + expected);
        }
    }

    /** The same with other rows. */
    public Section with(Rows others) {
        return new Section(id, title, columns, expected, others);
    }

    /**
     * @throws IllegalArgumentException when {@code cells} are no row of this section, which is a mistake in its kind
     */
    public void check(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of " + id + " has " + cells.size() + " cells for " + columns.size() + " columns");
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).type().holds(cells.get(i))) {
                throw new IllegalArgumentException("The column " + columns.get(i).id() + " of " + id + " cannot hold a "
                        + cells.get(i).getClass().getSimpleName());
            }
        }
    }
}
