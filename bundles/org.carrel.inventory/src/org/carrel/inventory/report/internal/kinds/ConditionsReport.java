/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

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

/** What was said of the state of books: damaged, to be relabelled, outdated … */
@Component
public final class ConditionsReport implements ReportKind {

    private static final Texts TEXTS = Texts.of(ConditionsReport.class);

    @Override
    public String id() {
        return "conditions";
    }

    @Override
    public String name() {
        return TEXTS.get("report.conditions");
    }

    @Override
    public Report of(InventoryResults results, Instant madeAt) {
        List<Finding.InCondition> said = results.comparison().findings(Kind.CONDITION).stream()
                .map(Finding.InCondition.class::cast).toList();
        Table<Finding.InCondition> table = new Table<Finding.InCondition>()
                .text("condition", 20, finding -> finding.condition().label())
                .text("location", 24, finding -> joined(finding, ItemRecord::location))
                .column("call-number", Type.CALL_NUMBER, 28, finding -> Cell.of(joined(finding, Items::callNumber)))
                .text("title", 50, finding -> joined(finding, ItemRecord::title))
                .text("barcode", 16, finding -> finding.said().barcode().value())
                .column("said-at", Type.DATE_TIME, 20, finding -> Cell.of(finding.said().at()))
                .text("next", 60, Finding::nextStep).handling(results, finding -> finding);
        return new Report(name(), AboutInventory.of(results, madeAt), List.of(table.section("conditions", said)));
    }

    private static String joined(Finding.InCondition finding, Function<ItemRecord, String> text) {
        return finding.items().stream().map(text).distinct().collect(Collectors.joining(" | "));
    }
}
