/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.util.List;
import java.util.Objects;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;

/**
 * What an inventory came to. Immutable.
 *
 * @param project    as it was then
 * @param sessions   in the order in which they began
 * @param items      of its scope
 * @param reads      what was read so far
 * @param coverage   what could be missing
 * @param comparison of both
 * @param findings   with what people did about them
 */
public record ComparedProject(InventoryProject project, List<InventorySession> sessions, ScopedItems items,
        ProjectReads reads, Coverage coverage, Comparison comparison, FindingList findings) {

    public ComparedProject {
        Objects.requireNonNull(project, "project");
        sessions = List.copyOf(sessions);
        Objects.requireNonNull(items, "items");
        Objects.requireNonNull(reads, "reads");
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(findings, "findings");
    }

    /**
     * The same for reports.
     *
     * @param branch its name, for people
     * @param name   of the inventory, for people
     */
    public InventoryResults forReports(String branch, String name) {
        return new InventoryResults(branch, name, items, reads.stretches(), comparison, findings);
    }
}
