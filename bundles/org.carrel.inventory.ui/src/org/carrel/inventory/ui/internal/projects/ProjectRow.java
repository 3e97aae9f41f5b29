/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.inventory.project.Preview;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;

/**
 * One inventory as the list shows it. Immutable.
 *
 * @param project  which one
 * @param sessions in the order in which they began
 * @param preview  what its scope comes to in the item file; empty when there is none that fits
 */
record ProjectRow(InventoryProject project, List<InventorySession> sessions, Optional<Preview> preview) {

    ProjectRow {
        Objects.requireNonNull(project, "project");
        sessions = List.copyOf(sessions);
        Objects.requireNonNull(preview, "preview");
    }

    long number() {
        return project.number();
    }

    /** How often somebody scanned something for it. */
    int reads() {
        return sessions.stream().mapToInt(InventorySession::reads).sum();
    }
}
