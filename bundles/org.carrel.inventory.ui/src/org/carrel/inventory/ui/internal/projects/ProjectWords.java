/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.ArrayList;
import java.util.List;

import org.carrel.inventory.project.Preview;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;
import org.carrel.ui.Moments;

/** Inventories in words. Immutable. */
final class ProjectWords {

    private static final Texts TEXTS = Texts.of(ProjectWords.class);

    private final Moments moments;

    ProjectWords(Moments moments) {
        this.moments = moments;
    }

    /** In a word or two, for the list. @param current whether the window works on it */
    static String state(InventoryProject project, boolean current) {
        return TEXTS.get(!project.isOpen() ? "state.closed" : current ? "state.current" : "state.open");
    }

    /** How many items of its scope are expected on the shelf; empty when nobody knows. */
    static String expected(ProjectRow row) {
        return row.preview().map(preview -> TEXTS.get("number", preview.expected())).orElse("");
    }

    static String reads(ProjectRow row) {
        return TEXTS.get("number", row.reads());
    }

    /** All there is to say of it, a line each. */
    List<String> details(ProjectRow row) {
        InventoryProject project = row.project();
        List<String> lines = new ArrayList<>();
        lines.add(ScopeWords.of(project.scope()));
        lines.add(row.preview().map(ProjectWords::counts).orElseGet(() -> TEXTS.get("details.uncounted")));
        lines.add(TEXTS.get(project.counted() ? "details.counted" : "details.orderOnly"));
        lines.add(project.closedAt().map(at -> TEXTS.get("details.closed", moments.inTable(at)))
                .orElseGet(() -> TEXTS.get("details.made", moments.inTable(project.madeAt()))));
        if (row.sessions().isEmpty()) {
            lines.add(TEXTS.get("details.nobody"));
        }
        row.sessions().forEach(session -> lines.add(session(session)));
        return lines;
    }

    static String counts(Preview preview) {
        return TEXTS.get("details.items", preview.items(), preview.expected());
    }

    String session(InventorySession session) {
        return TEXTS.get("details.session", session.person(), session.device(), session.reads(),
                moments.inTable(session.begunAt()));
    }

    /** What would be lost with it, for the question before it is deleted. */
    static String loss(ProjectRow row) {
        return TEXTS.get("delete.loss", row.project().name(), row.sessions().size(), row.reads());
    }
}
