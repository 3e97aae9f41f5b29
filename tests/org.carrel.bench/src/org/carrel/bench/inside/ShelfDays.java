/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.carrel.bench.Figures;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.TransactionQueue;

/** Makes an inventory of all items, of which somebody has read the first so many: nine books of ten. */
final class ShelfDays {

    static final String PROJECT = "Bench";
    static final String PERSON = "crew";
    private static final int PER_COMMIT = 500;
    private static final int MISSING_OF = 10;

    private final Services services;

    ShelfDays(Services services) {
        this.services = services;
    }

    Figures run(int reads) throws IOException {
        ScopedItems items = ShelvesOfAll.in(services);
        // Inventories are in the queue's database, which this opens.
        services.get(TransactionQueue.class);
        InventoryProjects projects = services.get(InventoryProjects.class);
        InventorySession session = session(projects, items.scope(), "cart");
        ItemSnapshot snapshot = items.snapshot();
        Instant at = Instant.parse("2026-11-02T09:00:00Z");
        List<Mark> marks = new ArrayList<>();
        int left = reads;
        for (ItemSnapshot.Places shelf : items.shelves()) {
            for (int place = shelf.from(); place < shelf.to() && left > 0; place++) {
                if (place % MISSING_OF > 0) {
                    at = at.plusSeconds(4);
                    String barcode = snapshot.item(snapshot.atPlace(place)).barcode().value();
                    marks.add(new Mark(InventoryRead.Kind.ITEM, barcode, at));
                    left--;
                }
                if (marks.size() == PER_COMMIT || left == 0) {
                    record(projects, session, marks);
                    marks.clear();
                }
            }
        }
        if (left > 0) {
            throw new IOException("there are not enough items for " + reads + " reads");
        }
        Figures figures = new Figures();
        figures.put("reads", projects.reads(session.project()).size());
        return figures;
    }

    /** The session of the crew with {@code device} in the inventory, which is made when it is not there. */
    static InventorySession session(InventoryProjects projects, Scope scope, String device) throws IOException {
        InventoryProject project = projects.project(PROJECT).or(() -> projects.makeProject(PROJECT, scope))
                .orElseThrow(() -> new IOException("no inventory could be made"));
        return projects.session(project.number(), PERSON, device)
                .orElseThrow(() -> new IOException("no session could be begun"));
    }

    static void record(InventoryProjects projects, InventorySession session, List<Mark> marks) throws IOException {
        if (projects.record(session.number(), marks) instanceof InventoryProjects.Recorded.NotSaved not) {
            throw new IOException(not.sentence());
        }
    }
}
