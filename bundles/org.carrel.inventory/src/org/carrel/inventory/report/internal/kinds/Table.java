/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.findings.ListedFinding;
import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column;
import org.carrel.inventory.report.Column.Type;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Section;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;

/**
 * A section whose rows are made of one kind of thing. Its title and those of its columns are sentences of this package.
 * Not for use by several threads.
 *
 * @param <T> what a row is made of
 */
final class Table<T> {

    private static final Texts TEXTS = Texts.of(Table.class);

    private final List<Column> columns = new ArrayList<>();
    private final List<Function<T, Cell>> values = new ArrayList<>();

    /** Adds a column. @param id its title is the text {@code column.<id>} */
    Table<T> column(String id, Type type, int width, Function<T, Cell> value) {
        columns.add(new Column(id, TEXTS.get("column." + id), type, width));
        values.add(value);
        return this;
    }

    /** Adds a column of text. */
    Table<T> text(String id, int width, Function<T, String> value) {
        return column(id, Type.TEXT, width, value.andThen(Cell::of));
    }

    /** Adds a column of whole numbers. */
    Table<T> number(String id, Function<T, ? extends Number> value) {
        return column(id, Type.NUMBER, 10, row -> Cell.of(value.apply(row).longValue()));
    }

    /** Adds what tells people which item it is. */
    Table<T> item(Function<T, ItemRecord> item) {
        text("location", 24, row -> item.apply(row).location());
        column("call-number", Type.CALL_NUMBER, 28, row -> Cell.of(Items.callNumber(item.apply(row))));
        text("title", 50, row -> item.apply(row).title());
        return text("barcode", 16, row -> item.apply(row).barcode().value());
    }

    /** Adds how a finding stands and what was noted of it; not who did that. */
    Table<T> handling(InventoryResults results, Function<T, Finding> finding) {
        text("state", 22, row -> results.findings().find(finding.apply(row)).map(one -> one.standing().label())
                .orElse(""));
        return text("note", 40, row -> results.findings().find(finding.apply(row)).map(ListedFinding::note).orElse(""));
    }

    /** The section with these rows. @param id its title is the text {@code section.<id>} */
    Section section(String id, List<T> rows) {
        return section(id, rows.size(), rows::stream);
    }

    /** The section with rows that are made when they are read. */
    Section section(String id, long expected, Supplier<Stream<T>> rows) {
        return new Section(id, TEXTS.get("section." + id), columns, expected, sink -> {
            List<Cell> cells = new ArrayList<>(columns.size());
            try (Stream<T> stream = rows.get()) {
                for (T row : (Iterable<T>) stream::iterator) {
                    cells.clear();
                    values.forEach(value -> cells.add(value.apply(row)));
                    sink.row(cells);
                }
            }
        });
    }
}
