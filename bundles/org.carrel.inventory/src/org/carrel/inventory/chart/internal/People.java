/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.chart.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.carrel.inventory.chart.InventoryCharts.Person;
import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.report.InventoryResults;

/** What each person did. */
public final class People {

    private People() {}

    /** Most items first. */
    public static List<Person> of(InventoryResults results, Clockwork reads) {
        Map<String, Integer> read = reads.byPerson();
        Map<String, Integer> found = new HashMap<>();
        Set<String> names = new TreeSet<>();
        results.stretches().forEach(stretch -> stretch.reads().forEach(one -> names.add(one.person())));
        for (Finding finding : results.comparison().findings()) {
            if (finding instanceof Finding.OfRead of && finding.kind() != Finding.Kind.DUPLICATE_SCAN) {
                found.merge(of.read().person(), 1, Integer::sum);
            }
        }
        return names.stream().map(name -> new Person(name, read.getOrDefault(name, 0), found.getOrDefault(name, 0)))
                .sorted(Comparator.comparingInt(Person::read).reversed()).toList();
    }
}
