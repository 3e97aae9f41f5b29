/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.util.List;
import java.util.Objects;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.inventory.project.ScopedItems;

/**
 * What an inventory came to: all that reports are made from.
 *
 * @param branch     the name of the branch, for people
 * @param project    the name of the inventory, for people; may be empty
 * @param items      what it was about
 * @param stretches  what was read on the shelves
 * @param comparison of both
 */
public record InventoryResults(String branch, String project, ScopedItems items, List<Stretch> stretches,
        Comparison comparison) {

    public InventoryResults {
        Objects.requireNonNull(branch, "branch");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(items, "items");
        stretches = List.copyOf(stretches);
        Objects.requireNonNull(comparison, "comparison");
    }
}
