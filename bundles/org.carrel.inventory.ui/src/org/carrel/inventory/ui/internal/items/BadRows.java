/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column;
import org.carrel.inventory.report.Column.Type;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.Section;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSource.BadRow;

/** The rows of the item file about which somebody should know. Waits for the disk: not for the UI thread. */
final class BadRows {

    /** So many are shown; all of them can be saved. */
    static final int MOST_SHOWN = 5_000;

    private static final Texts TEXTS = Texts.of(BadRows.class);
    private static final int WIDTH_OF_ROW = 120;

    private final ItemSnapshots snapshots;
    private final Branch branch;
    private final Clock clock;

    BadRows(ItemSnapshots snapshots, Branch branch, Clock clock) {
        this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
        this.branch = Objects.requireNonNull(branch, "branch");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * The first of them.
     *
     * @param total how many there are
     */
    record First(List<BadRow> rows, long total) {
        First {
            rows = List.copyOf(rows);
        }
    }

    First first() throws IOException {
        List<BadRow> rows = new ArrayList<>();
        long[] total = { 0 };
        snapshots.badRows(row -> {
            total[0]++;
            if (rows.size() < MOST_SHOWN) {
                rows.add(row);
            }
        });
        return new First(rows, total[0]);
    }

    /** All of them, as a report: line, what is the matter, whether there is an item of it all the same, the row. */
    Report report() {
        Optional<ItemSnapshot.Description> file = snapshots.current() instanceof ItemSnapshots.State.Ready ready
                ? Optional.of(ready.snapshot().description())
                : Optional.empty();
        List<Column> columns = List.of(column("line", Type.NUMBER, 10), column("reason", Type.TEXT, 34),
                column("imported", Type.TEXT, 12), column("row", Type.TEXT, WIDTH_OF_ROW));
        return new Report(TEXTS.get("badRows.title"),
                new Report.About(branch.profile().name(), file.map(ItemSnapshot.Description::name).orElse(""),
                        file.map(ItemSnapshot.Description::asOf), clock.instant(),
                        Optional.of(TEXTS.get("badRows.people")), List.of()),
                List.of(new Section("bad-rows", TEXTS.get("badRows.title"), columns,
                        file.map(ItemSnapshot.Description::badRows).orElse(0L), this::read)));
    }

    private static Column column(String id, Type type, int width) {
        return new Column(id, TEXTS.get("badRows.column." + id), type, width);
    }

    private void read(Section.Sink sink) throws IOException {
        try {
            snapshots.badRows(row -> {
                try {
                    sink.row(List.of(Cell.of(row.line()), Cell.of(ItemFileWords.reason(row.reason())),
                            Cell.of(imported(row)), Cell.of(row.row())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static String imported(BadRow row) {
        return TEXTS.get(row.imported() ? "badRows.yes" : "badRows.no");
    }
}
