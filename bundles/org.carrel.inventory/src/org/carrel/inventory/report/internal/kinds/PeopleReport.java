/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column.Type;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/** How much each person scanned, and what was found at that. The one report that holds something about people. */
@Component
public final class PeopleReport implements ReportKind {

    private static final Texts TEXTS = Texts.of(PeopleReport.class);

    /** What one person did. */
    private static final class Work {
        private long reads;
        private long twice;
        private long findings;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        private void add(ShelfRead read) {
            reads++;
            first = read.at().isBefore(first) ? read.at() : first;
            last = read.at().isAfter(last) ? read.at() : last;
        }
    }

    @Override
    public String id() {
        return "people";
    }

    @Override
    public String name() {
        return TEXTS.get("report.people");
    }

    @Override
    public Report of(InventoryResults results, Instant madeAt) {
        Map<String, Work> people = new TreeMap<>();
        results.stretches().forEach(stretch -> stretch.reads()
                .forEach(read -> people.computeIfAbsent(read.person(), person -> new Work()).add(read)));
        for (Finding finding : results.comparison().findings()) {
            if (finding instanceof Finding.OfRead ofRead) {
                Work work = people.computeIfAbsent(ofRead.read().person(), person -> new Work());
                if (finding.kind() == Kind.DUPLICATE_SCAN) {
                    work.twice++;
                } else {
                    work.findings++;
                }
            }
        }
        Table<Map.Entry<String, Work>> table = new Table<Map.Entry<String, Work>>()
                .text("person", 24, one -> one.getKey().isEmpty() ? TEXTS.get("person.nobody") : one.getKey())
                .number("reads", one -> one.getValue().reads).number("twice", one -> one.getValue().twice)
                .number("found-out", one -> one.getValue().findings)
                .column("first", Type.DATE_TIME, 20, one -> Cell.of(one.getValue().first))
                .column("last", Type.DATE_TIME, 20, one -> Cell.of(one.getValue().last));
        return new Report(name(), AboutInventory.of(results, madeAt, Optional.of(TEXTS.get("people.data"))),
                List.of(table.section("people", List.copyOf(people.entrySet()))));
    }
}
