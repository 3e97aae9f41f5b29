/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.project.Preview;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.QueueUnavailableException;

/** The inventories and what can be done with them. Waits for the disk: any thread but the UI thread. */
final class ProjectList {

    private static final Texts TEXTS = Texts.of(ProjectList.class);

    private final InventoryProjects projects;
    private final ItemSnapshots snapshots;
    private final CallNumbers numbers;
    private final Branch branch;
    /** A scope is counted once for each item file: that looks at every item of it. */
    private final Map<Counted, Optional<Preview>> counted = new ConcurrentHashMap<>();

    private record Counted(String snapshot, Scope scope) {}

    ProjectList(InventoryProjects projects, ItemSnapshots snapshots, CallNumbers numbers, Branch branch) {
        this.projects = Objects.requireNonNull(projects, "projects");
        this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
        this.numbers = Objects.requireNonNull(numbers, "numbers");
        this.branch = Objects.requireNonNull(branch, "branch");
    }

    /**
     * What there is.
     *
     * @param rows    the newest first
     * @param problem why it cannot be told, as a sentence; empty when all is well
     */
    record Overview(List<ProjectRow> rows, Optional<String> problem) {
        Overview {
            rows = List.copyOf(rows);
        }
    }

    /** How a change ended. */
    sealed interface Changed {

        /** It is done. @param project as it is now, or was before it was deleted */
        record Done(InventoryProject project) implements Changed {}

        /** Nothing was changed. @param sentence why, and what to do */
        record Refused(String sentence) implements Changed {}
    }

    Overview read() {
        try {
            Optional<ItemSnapshot> snapshot = snapshots.current() instanceof ItemSnapshots.State.Ready ready
                    ? Optional.of(ready.snapshot())
                    : Optional.empty();
            snapshot.ifPresent(
                    now -> counted.keySet().removeIf(key -> !key.snapshot().equals(now.description().id())));
            return new Overview(projects.projects().stream().map(project -> row(project, snapshot)).toList(),
                    Optional.empty());
        } catch (QueueUnavailableException e) {
            return new Overview(List.of(), Optional.of(e.getMessage()));
        }
    }

    private ProjectRow row(InventoryProject project, Optional<ItemSnapshot> snapshot) {
        return new ProjectRow(project, projects.sessions(project.number()),
                snapshot.flatMap(now -> counted.computeIfAbsent(
                        new Counted(now.description().id(), project.scope()),
                        key -> preview(now, key.scope()))));
    }

    private Optional<Preview> preview(ItemSnapshot snapshot, Scope scope) {
        return ScopedItems.of(snapshot, scope, numbers) instanceof ScopedItems.Found.Ready found
                ? Optional.of(found.items().preview())
                : Optional.empty();
    }

    /** Makes one. */
    Changed make(NewProject wanted) {
        return changed(() -> projects.makeProject(wanted.name(), wanted.scope(), wanted.counted(), branch.origin()),
                TEXTS.get("project.taken", wanted.name()));
    }

    Changed setClosed(InventoryProject project, boolean closed) {
        return changed(() -> projects.setClosed(project.number(), closed, branch.origin()), gone(project));
    }

    Changed setWhole(InventoryProject project, boolean whole) {
        return changed(() -> projects.setWhole(project.number(), whole, branch.origin()), gone(project));
    }

    Changed delete(InventoryProject project) {
        return changed(() -> projects.deleteProject(project.number(), branch.origin()), gone(project));
    }

    private static String gone(InventoryProject project) {
        return TEXTS.get("project.gone", project.name());
    }

    private static Changed changed(Supplier<Optional<InventoryProject>> change, String otherwise) {
        try {
            return change.get().<Changed>map(Changed.Done::new).orElse(new Changed.Refused(otherwise));
        } catch (QueueUnavailableException e) {
            return new Changed.Refused(e.getMessage());
        }
    }

    /** How beginning to scan ended. */
    sealed interface Begun {

        /** Scans go into this session. */
        record Ready(InventorySession session) implements Begun {}

        /** Nobody scans. @param sentence why, and what to do */
        record Refused(String sentence) implements Begun {}
    }

    /** The session of that person with that device: the one that was there, or a new one. */
    Begun begin(InventoryProject project, String person, String device) {
        try {
            return projects.session(project.number(), person.strip(), device.strip()).<Begun>map(Begun.Ready::new)
                    .orElse(new Begun.Refused(TEXTS.get("session.closed", project.name())));
        } catch (QueueUnavailableException e) {
            return new Begun.Refused(e.getMessage());
        }
    }
}
