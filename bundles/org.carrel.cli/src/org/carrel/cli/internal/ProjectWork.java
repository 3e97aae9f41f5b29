/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshot;

/** What commands do with a project. */
final class ProjectWork {

    private static final Texts TEXTS = Texts.of(ProjectWork.class);

    private ProjectWork() {}

    /** A project with what it came to so far. */
    record Compared(InventoryProject project, ScopedItems items, ProjectReads reads, Comparison comparison) {}

    /** The project that people call {@code name}. */
    static InventoryProject find(Session session, String name) throws CommandFailure {
        List<InventoryProject> all = session.inventoryProjects().projects();
        return all.stream().filter(project -> project.name().equalsIgnoreCase(name.strip())).findFirst()
                .orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("project.unknown", name.strip())));
    }

    /** Compares what was read for the project with {@code snapshot}. */
    static Compared compare(Session session, ItemSnapshot snapshot, String name, boolean whole) throws CommandFailure {
        InventoryProject project = find(session, name);
        InventoryProjects projects = session.inventoryProjects();
        ScopedItems items = ScopeOptions.found(snapshot, project.scope(), session.callNumbers());
        ProjectReads reads = ProjectReads.of(projects.sessions(project.number()), projects.reads(project.number()));
        return new Compared(project, items, reads, Comparison.of(items, reads.stretches(),
                judging(session.branch().profile(), whole).notFound(reads.notFound())));
    }

    /** How the branch judges. */
    static Judging judging(BranchProfile profile, boolean whole) {
        Judging standard = Judging.of(whole ? Coverage.WHOLE_SCOPE : Coverage.WHAT_WAS_READ);
        Optional<Pattern> pattern = profile.barcodes().item();
        return pattern.isEmpty() ? standard
                : new Judging(standard.coverage(), standard.longestGap(),
                        barcode -> pattern.get().matcher(barcode.value()).matches(), Map.of());
    }
}
