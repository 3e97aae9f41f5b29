/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.open;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.QueueUnavailableException;

/** Reads what a project has and compares it. Any thread but the UI thread, for it waits for the disk. */
final class Work {

    private static final Texts TEXTS = Texts.of(Work.class);

    private final InventoryProjects projects;
    private final ItemSnapshots snapshots;
    private final CallNumbers numbers;
    private final Branch branch;

    Work(InventoryProjects projects, ItemSnapshots snapshots, CallNumbers numbers, Branch branch) {
        this.projects = Objects.requireNonNull(projects, "projects");
        this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
        this.numbers = Objects.requireNonNull(numbers, "numbers");
        this.branch = Objects.requireNonNull(branch, "branch");
    }

    /** What the work is called in the log. */
    static String name() {
        return TEXTS.get("results.job");
    }

    Result compare(InventoryProject project, Coverage coverage) {
        return switch (snapshots.current()) {
            case ItemSnapshots.State.None none -> new Result.NoItemFile(project);
            case ItemSnapshots.State.Refused refused -> new Result.Refused(project, refused.sentence());
            case ItemSnapshots.State.Ready ready -> compare(project, coverage, ready.snapshot());
        };
    }

    private Result compare(InventoryProject project, Coverage coverage, ItemSnapshot snapshot) {
        return switch (ScopedItems.of(snapshot, project.scope(), numbers)) {
            case ScopedItems.Found.Refused refused -> new Result.Refused(project, refused.sentence());
            case ScopedItems.Found.Ready found -> {
                try {
                    yield compare(project, coverage, found.items());
                } catch (QueueUnavailableException e) {
                    yield new Result.Refused(project, e.getMessage());
                }
            }
        };
    }

    private Result compare(InventoryProject project, Coverage coverage, ScopedItems items) {
        List<InventorySession> sessions = projects.sessions(project.number());
        ProjectReads reads = ProjectReads.of(sessions, projects.reads(project.number()));
        Comparison comparison = Comparison.of(items, reads.stretches(),
                judging(coverage).notFound(reads.notFound()));
        return new Result.Ready(project, sessions, items, reads, coverage, comparison);
    }

    private Judging judging(Coverage coverage) {
        Judging standard = Judging.of(coverage);
        Optional<Pattern> ours = branch.profile().barcodes().item();
        return ours.map(pattern -> new Judging(coverage, standard.longestGap(),
                barcode -> pattern.matcher(barcode.value()).matches(), Map.of())).orElse(standard);
    }
}
