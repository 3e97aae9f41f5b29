/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.open;

import java.util.List;
import java.util.Objects;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.findings.FindingList;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;

/** What is known of the project that is open. Immutable. */
public sealed interface Result {

    /** No project is open. */
    record NoProject() implements Result {}

    /** It is being looked up; soon there is another one. */
    record Pending(InventoryProject project) implements Result {}

    /** There is no item file to compare with. What is scanned is kept all the same. */
    record NoItemFile(InventoryProject project) implements Result {}

    /** It cannot be compared. @param sentence what is the matter and what to do */
    record Refused(InventoryProject project, String sentence) implements Result {
        public Refused {
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /**
     * It was compared with the item file.
     *
     * @param sessions   of the project, in the order in which they began
     * @param items      of its scope, in the item file
     * @param reads      what was read so far
     * @param coverage   what could be missing
     * @param comparison of both
     * @param findings   with what people did about them
     */
    record Ready(InventoryProject project, List<InventorySession> sessions, ScopedItems items, ProjectReads reads,
            Coverage coverage, Comparison comparison, FindingList findings) implements Result {

        public Ready {
            sessions = List.copyOf(sessions);
        }

        /** The same for reports. @param branch its name, for people */
        public InventoryResults forReports(String branch) {
            return new InventoryResults(branch, project.name(), items, reads.stretches(), comparison, findings);
        }
    }
}
