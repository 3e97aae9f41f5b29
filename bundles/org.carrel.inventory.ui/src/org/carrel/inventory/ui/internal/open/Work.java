/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.open;

import java.util.Objects;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.findings.ComparedProject;
import org.carrel.inventory.findings.ProjectFindings;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.QueueUnavailableException;

/** Reads what a project has and compares it. Any thread but the UI thread, for it waits for the disk. */
final class Work {

    private static final Texts TEXTS = Texts.of(Work.class);

    /** So many missing items fit into the memory of a desk, with what else it needs, and nobody looks for more. */
    static final int MOST_MISSING = 100_000;

    private final ProjectFindings findings;
    private final InventoryProjects projects;
    private final ItemSnapshots snapshots;
    private final CallNumbers numbers;
    private final int mostMissing;

    /** @param mostMissing that are listed, when all that was expected and not read is missing */
    Work(ProjectFindings findings, InventoryProjects projects, ItemSnapshots snapshots, CallNumbers numbers,
            int mostMissing) {
        this.mostMissing = mostMissing;
        this.projects = Objects.requireNonNull(projects, "projects");
        this.findings = Objects.requireNonNull(findings, "findings");
        this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
        this.numbers = Objects.requireNonNull(numbers, "numbers");
    }

    /** What the work is called in the log. */
    static String name() {
        return TEXTS.get("results.job");
    }

    Result compare(InventoryProject project) {
        Coverage coverage = project.whole() ? Coverage.WHOLE_SCOPE : Coverage.WHAT_WAS_READ;
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
                    long missing = coverage == Coverage.WHOLE_SCOPE ? unread(project, found.items()) : 0;
                    if (missing > mostMissing) {
                        yield new Result.Refused(project, TEXTS.get("results.tooMany", missing, mostMissing));
                    }
                    ComparedProject compared = findings.compare(project, found.items(), coverage);
                    yield new Result.Ready(project, compared.sessions(), compared.items(), compared.reads(), coverage,
                            compared.comparison(), compared.findings());
                } catch (QueueUnavailableException e) {
                    yield new Result.Refused(project, e.getMessage());
                }
            }
        };
    }

    /** How many of what is expected nobody can have read: at least so many are missing from the whole. */
    private long unread(InventoryProject project, ScopedItems items) {
        long reads = projects.sessions(project.number()).stream().mapToLong(InventorySession::reads).sum();
        return items.preview().expected() - reads;
    }
}
