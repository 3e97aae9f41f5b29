/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column.Type;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * What is missing, in shelf order: a list to walk along the shelves with. Its first column numbers the rows, so that a
 * sheet that was sorted otherwise finds back to shelf order, which Excel cannot make of call numbers; its last one is
 * for a pencil.
 */
@Component
public final class MissingReport implements ReportKind {

    private static final Texts TEXTS = Texts.of(MissingReport.class);

    /** A missing item and its place in the list. */
    private record Line(int number, Finding.Missing finding) {

        ItemRecord item() {
            return finding.item();
        }
    }

    @Override
    public String id() {
        return "missing";
    }

    @Override
    public String name() {
        return TEXTS.get("report.missing");
    }

    @Override
    public Report of(InventoryResults results, Instant madeAt) {
        List<Finding> missing = results.comparison().findings(Kind.MISSING);
        Table<Line> table = new Table<Line>().number("no", Line::number).item(Line::item)
                .text("author", 24, line -> line.item().author())
                .column("last-seen", Type.DATE, 14, line -> day(line.item().lastInventoried()))
                .column("last-lent", Type.DATE, 14, line -> day(line.item().lastIssued()))
                .text("found", 8, line -> "").handling(results, Line::finding);
        return new Report(name(), AboutInventory.of(results, madeAt),
                List.of(table.section("missing", missing.size(), () -> IntStream.range(0, missing.size())
                        .mapToObj(i -> new Line(i + 1, (Finding.Missing) missing.get(i))))));
    }

    private static Cell day(Optional<LocalDate> day) {
        return day.map(Cell::of).orElse(Cell.EMPTY);
    }
}
