/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column.Type;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/** Barcodes that stand for no item, for an empty record, or for several items. */
@Component
public final class UnknownReport implements ReportKind {

    private static final Texts TEXTS = Texts.of(UnknownReport.class);

    @Override
    public String id() {
        return "unknown";
    }

    @Override
    public String name() {
        return TEXTS.get("report.unknown");
    }

    @Override
    public Report of(InventoryResults results, Instant madeAt) {
        List<Finding.OfRead> unknown = results.comparison().findings().stream().flatMap(UnknownReport::unknown)
                .sorted(Comparator.comparing(finding -> finding.read().at())).toList();
        Neighbours neighbours = new Neighbours(results);
        Table<Finding.OfRead> table = new Table<Finding.OfRead>()
                .text("barcode", 20, finding -> finding.read().barcode().value())
                .text("kind", 20, finding -> finding.kind().label())
                .text("stands-behind", 50, finding -> neighbours.before(finding.read()))
                .column("read-at", Type.DATE_TIME, 20, finding -> Cell.of(finding.read().at()))
                .text("next", 80, Finding::nextStep).handling(results, finding -> finding);
        return new Report(name(), AboutInventory.of(results, madeAt), List.of(table.section("unknown", unknown)));
    }

    private static Stream<Finding.OfRead> unknown(Finding finding) {
        return switch (finding) {
            case Finding.UnknownBarcode one -> Stream.of(one);
            case Finding.Uncataloged one -> Stream.of(one);
            case Finding.DuplicateBarcode one -> Stream.of(one);
            default -> Stream.of();
        };
    }
}
