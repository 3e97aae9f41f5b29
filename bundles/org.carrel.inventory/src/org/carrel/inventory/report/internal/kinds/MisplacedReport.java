/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column.Type;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/** What stands in the wrong place, in the order in which it was read, and where each belongs. */
@Component
public final class MisplacedReport implements ReportKind {

    private static final Texts TEXTS = Texts.of(MisplacedReport.class);

    /** A book in the wrong place. */
    private record Stray(Finding finding, ShelfRead read, ItemRecord item, String where) {}

    @Override
    public String id() {
        return "misplaced";
    }

    @Override
    public String name() {
        return TEXTS.get("report.misplaced");
    }

    @Override
    public Report of(InventoryResults results, Instant madeAt) {
        List<Stray> strays = results.comparison().findings().stream().map(MisplacedReport::stray)
                .flatMap(Optional::stream).sorted(Comparator.comparing(stray -> stray.read().at())).toList();
        Neighbours neighbours = new Neighbours(results);
        Table<Stray> table = new Table<Stray>().text("kind", 18, stray -> stray.finding().kind().label())
                .item(Stray::item).text("where", 80, Stray::where)
                .text("stands-behind", 50, stray -> neighbours.before(stray.read()))
                .column("read-at", Type.DATE_TIME, 20, stray -> Cell.of(stray.read().at()))
                .handling(results, Stray::finding);
        return new Report(name(), AboutInventory.of(results, madeAt), List.of(table.section("misplaced", strays)));
    }

    private static Optional<Stray> stray(Finding finding) {
        return switch (finding) {
            case Finding.Misplaced one -> Optional.of(new Stray(one, one.read(), one.item(), between(one)));
            case Finding.OutOfRange one -> Optional.of(
                    new Stray(one, one.read(), one.item(), TEXTS.get("where.outOfRange", one.item().location())));
            case Finding.WrongLocation one -> Optional.of(
                    new Stray(one, one.read(), one.item(), TEXTS.get("where.location", one.item().location())));
            case Finding.WrongBranch one -> Optional.of(new Stray(one, one.read(), one.item(),
                    TEXTS.get("where.branch", one.item().branch(), one.item().location())));
            default -> Optional.empty();
        };
    }

    private static String between(Finding.Misplaced one) {
        Optional<String> behind = one.behind().map(Items::spine);
        Optional<String> before = one.before().map(Items::spine);
        if (behind.isPresent()) {
            return before.isPresent() ? TEXTS.get("where.between", behind.get(), before.get())
                    : TEXTS.get("where.behind", behind.get());
        }
        return before.isPresent() ? TEXTS.get("where.before", before.get()) : TEXTS.get("where.anywhere");
    }
}
