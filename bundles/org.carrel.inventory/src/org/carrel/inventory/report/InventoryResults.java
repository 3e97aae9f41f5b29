/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.findings.FindingList;
import org.carrel.inventory.project.ScopedItems;

/**
 * What an inventory came to: all that reports are made from.
 *
 * @param branch     the name of the branch, for people
 * @param project    the name of the inventory, for people; may be empty
 * @param items      what it was about
 * @param stretches  what was read on the shelves
 * @param comparison of both
 * @param findings   with what people did about them
 */
public record InventoryResults(String branch, String project, ScopedItems items, List<Stretch> stretches,
        Comparison comparison, FindingList findings) {

    public InventoryResults {
        Objects.requireNonNull(branch, "branch");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(items, "items");
        stretches = List.copyOf(stretches);
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(findings, "findings");
    }

    /** When nobody did anything about the findings. */
    public InventoryResults(String branch, String project, ScopedItems items, List<Stretch> stretches,
            Comparison comparison) {
        this(branch, project, items, stretches, comparison, FindingList.of(items.snapshot(), comparison,
                new ProjectReads(stretches, List.of(), Set.of()), List.of()));
    }
}
