/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.time.Instant;
import java.util.List;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column.Type;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/** What stands on the shelf although the library system says otherwise: on loan, lost, withdrawn … */
@Component
public final class StatusReport implements ReportKind {

    private static final Texts TEXTS = Texts.of(StatusReport.class);

    @Override
    public String id() {
        return "status";
    }

    @Override
    public String name() {
        return TEXTS.get("report.status");
    }

    @Override
    public Report of(InventoryResults results, Instant madeAt) {
        List<Finding.WrongStatus> wrong = results.comparison().findings(Kind.WRONG_STATUS).stream()
                .map(Finding.WrongStatus.class::cast).toList();
        Table<Finding.WrongStatus> table = new Table<Finding.WrongStatus>().item(Finding.WrongStatus::item)
                .text("status", 24, finding -> finding.item().group().statusText())
                .column("due", Type.DATE, 14, finding -> finding.item().due().map(Cell::of).orElse(Cell.EMPTY))
                .column("read-at", Type.DATE_TIME, 20, finding -> Cell.of(finding.read().at()))
                .text("next", 60, Finding::nextStep).handling(results, finding -> finding);
        return new Report(name(), AboutInventory.of(results, madeAt), List.of(table.section("status", wrong)));
    }
}
