/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.List;
import java.util.Map;

import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.findings.ComparedProject;
import org.carrel.inventory.findings.ProjectFindings;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.port.ItemSnapshot;

/** What commands do with a project. */
final class ProjectWork {

    private static final Texts TEXTS = Texts.of(ProjectWork.class);

    private ProjectWork() {}

    /** The project that people call {@code name}. */
    static InventoryProject find(Session session, String name) throws CommandFailure {
        List<InventoryProject> all = session.inventoryProjects().projects();
        return all.stream().filter(project -> project.name().equalsIgnoreCase(name.strip())).findFirst()
                .orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("project.unknown", name.strip())));
    }

    /** Compares what was read for the project with {@code snapshot}. */
    static ComparedProject compare(Session session, ItemSnapshot snapshot, String name, boolean whole)
            throws CommandFailure {
        InventoryProject project = find(session, name);
        ScopedItems items = ScopeOptions.found(snapshot, project.scope(), session.callNumbers());
        return session.projectFindings().compare(project, items, coverage(whole || project.whole()));
    }

    /** How the branch judges what is in no project. */
    static Judging judging(BranchProfile profile, boolean whole) {
        return ProjectFindings.judging(profile, coverage(whole), Map.of());
    }

    private static Coverage coverage(boolean whole) {
        return whole ? Coverage.WHOLE_SCOPE : Coverage.WHAT_WAS_READ;
    }
}
