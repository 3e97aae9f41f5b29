/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.findings.FindingList;
import org.carrel.inventory.findings.Standing;
import org.carrel.model.Texts;

/**
 * How many findings there are of a kind.
 *
 * @param kind  empty for all
 * @param count how many of those that are shown
 */
record KindCount(Optional<Kind> kind, int count) {

    /** All kinds together, then each of them, those without findings, too: what is not there is good to know. */
    static List<KindCount> of(FindingList findings, Show show) {
        Map<Kind, Map<Standing, Integer>> counts = findings.counts();
        List<KindCount> kinds = new ArrayList<>();
        int all = 0;
        for (Kind kind : Kind.values()) {
            Map<Standing, Integer> mine = counts.getOrDefault(kind, Map.of());
            int count = show.standings().stream().mapToInt(standing -> mine.getOrDefault(standing, 0)).sum();
            kinds.add(new KindCount(Optional.of(kind), count));
            all += count;
        }
        kinds.addFirst(new KindCount(Optional.empty(), all));
        return kinds;
    }

    String label() {
        return Texts.of(KindCount.class).get("kind.count",
                kind.map(Kind::label).orElseGet(() -> Texts.of(KindCount.class).get("kind.all")), count);
    }
}
