/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal.kinds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report.About;
import org.carrel.inventory.report.Report.Fact;
import org.carrel.model.Texts;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.ItemSnapshot;

/** What every report of an inventory says of it. */
final class AboutInventory {

    private static final Texts TEXTS = Texts.of(AboutInventory.class);

    private AboutInventory() {}

    /** Of a report that holds nothing about people. */
    static About of(InventoryResults results, Instant madeAt) {
        return of(results, madeAt, Optional.empty());
    }

    static About of(InventoryResults results, Instant madeAt, Optional<String> personalData) {
        ItemSnapshot.Description file = results.comparison().itemFile();
        List<Fact> more = new ArrayList<>();
        if (!results.project().isEmpty()) {
            more.add(new Fact(TEXTS.get("about.project"), Cell.of(results.project())));
        }
        more.add(new Fact(TEXTS.get("about.file"), Cell.of(file.name())));
        more.add(new Fact(TEXTS.get("about.imported"), Cell.of(file.importedAt())));
        more.add(new Fact(TEXTS.get("about.reads"), Cell.of(results.comparison().reads())));
        return new About(results.branch(), words(results.items().scope()), Optional.of(file.asOf()), madeAt,
                personalData, more);
    }

    /** The scope in words. */
    private static String words(Scope scope) {
        List<String> words = new ArrayList<>();
        words.add(TEXTS.get("scope.branch", scope.branch()));
        words.add(scope.locations().isEmpty() ? TEXTS.get("scope.allLocations")
                : TEXTS.get("scope.locations", String.join(", ", scope.locations().stream().sorted().toList())));
        scope.range().ifPresent(range -> words.add(TEXTS.get("scope.range", range.from(), range.to())));
        if (!scope.itemTypes().isEmpty()) {
            words.add(TEXTS.get("scope.itemTypes", String.join(", ", scope.itemTypes().stream().sorted().toList())));
        }
        return String.join("; ", words);
    }
}
