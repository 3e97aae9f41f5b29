/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.findings.Standing;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.model.ItemGroup;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemSnapshot;
import org.osgi.service.component.annotations.Component;

/** How many of what, for the whole and for each shelving location. */
@Component
public final class SummaryReport implements ReportKind {

    private static final Texts TEXTS = Texts.of(SummaryReport.class);

    @Override
    public String id() {
        return "summary";
    }

    @Override
    public String name() {
        return TEXTS.get("report.summary");
    }

    /** What there is of one shelving location. */
    private static final class Counts {
        private long items;
        private long expected;
        private long read;
        private long missing;
    }

    /** Of one kind of finding. */
    private record Found(Kind kind, long count, long open) {}

    @Override
    public Report of(InventoryResults results, Instant madeAt) {
        Map<Kind, Long> byKind = new EnumMap<>(Kind.class);
        Map<String, Counts> byLocation = counts(results);
        for (Finding finding : results.comparison().findings()) {
            byKind.merge(finding.kind(), 1L, Long::sum);
            if (finding instanceof Finding.Missing missing) {
                byLocation.computeIfAbsent(missing.item().location(), location -> new Counts()).missing++;
            }
        }
        List<Found> found = Arrays.stream(Kind.values())
                .map(kind -> new Found(kind, byKind.getOrDefault(kind, 0L),
                        results.findings().counts().getOrDefault(kind, Map.of()).getOrDefault(Standing.OPEN, 0)))
                .toList();
        return new Report(name(), AboutInventory.of(results, madeAt),
                List.of(new Table<Found>().text("kind", 24, one -> one.kind().label()).number("count", Found::count)
                        .number("open", Found::open)
                        .text("next", 90, one -> next(one.kind())).section("findings", found),
                        new Table<Map.Entry<String, Counts>>().text("location", 30, Map.Entry::getKey)
                                .number("items", one -> one.getValue().items)
                                .number("expected", one -> one.getValue().expected)
                                .number("read", one -> one.getValue().read)
                                .number("missing", one -> one.getValue().missing)
                                .section("locations", List.copyOf(byLocation.entrySet()))));
    }

    private static String next(Kind kind) {
        return Texts.of(Finding.class).get("next." + kind.name());
    }

    private static Map<String, Counts> counts(InventoryResults results) {
        ItemSnapshot snapshot = results.items().snapshot();
        Map<String, Counts> byLocation = new TreeMap<>();
        results.items().forEach(number -> {
            ItemGroup group = snapshot.groupOf(number);
            Counts counts = byLocation.computeIfAbsent(group.location(), location -> new Counts());
            counts.items++;
            counts.expected += group.status().expectedOnShelf() ? 1 : 0;
        });
        results.comparison().inventoried().forEach(number -> byLocation
                .computeIfAbsent(snapshot.groupOf(number).location(), location -> new Counts()).read++);
        return byLocation;
    }
}
