/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.List;
import java.util.Optional;

import org.carrel.model.Origin;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryObserver;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.Subscription;

/** Inventories on a disk that is full after some more reads; what comes then is nowhere, or in the journal. */
final class Failing implements InventoryProjects {

    private final InventoryProjects real;
    private final boolean journals;
    private int left;

    Failing(InventoryProjects real, int left) {
        this(real, left, false);
    }

    Failing(InventoryProjects real, int left, boolean journals) {
        this.real = real;
        this.left = left;
        this.journals = journals;
    }

    @Override
    public Recorded record(long session, List<InventoryRead.Mark> marks) {
        if (left-- > 0) {
            return real.record(session, marks);
        }
        return journals && real.record(session, marks) instanceof Recorded.Stored stored
                ? new Recorded.Journaled(stored.reads(), "The disk is full.")
                : new Recorded.NotSaved("The disk is full.");
    }

    @Override
    public Optional<InventoryProject> makeProject(String name, Scope scope, boolean counted, Origin by) {
        return real.makeProject(name, scope, counted, by);
    }

    @Override
    public List<InventoryProject> projects() {
        return real.projects();
    }

    @Override
    public Optional<InventoryProject> setClosed(long project, boolean closed, Origin by) {
        return real.setClosed(project, closed, by);
    }

    @Override
    public Optional<InventoryProject> setCounted(long project, boolean counted, Origin by) {
        return real.setCounted(project, counted, by);
    }

    @Override
    public Optional<InventoryProject> setWhole(long project, boolean whole, Origin by) {
        return real.setWhole(project, whole, by);
    }

    @Override
    public Optional<InventoryProject> deleteProject(long project, Origin by) {
        return real.deleteProject(project, by);
    }

    @Override
    public Subscription observeInventories(InventoryObserver observer) {
        return real.observeInventories(observer);
    }

    @Override
    public Optional<InventorySession> session(long project, String person, String device) {
        return real.session(project, person, device);
    }

    @Override
    public List<InventorySession> sessions(long project) {
        return real.sessions(project);
    }

    @Override
    public List<InventoryRead> reads(long project) {
        return real.reads(project);
    }
}
