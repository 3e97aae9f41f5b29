/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.InventoryChange;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.ItemChoice;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.model.port.AuditTrail.Deed;
import org.carrel.model.port.InventoryFindings;
import org.carrel.model.port.InventoryFindings.Kept;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.store.internal.Keeper;
import org.carrel.store.internal.Observers;
import org.carrel.store.internal.QueueWrites;
import org.carrel.store.internal.Sentences;
import org.carrel.store.internal.UnitsOfWork;
import org.carrel.store.internal.inventory.Numbers.Numbered;
import org.carrel.store.internal.rows.Columns;

/** What was done about findings, beside the inventories: see {@link InventoryFindings}. Safe for several threads. */
public final class KeptFindings {

    private static final int LONGEST = 255;

    private final Keeper keeper;
    private final Sentences sentences;
    private final Clock clock;
    private final Numbers numbers;
    private final Inventories inventories;
    private final Observers<InventoryChange> observers;

    private KeptFindings(Keeper keeper, Sentences sentences, Clock clock, Numbers numbers, Inventories inventories,
            Observers<InventoryChange> observers) {
        this.keeper = keeper;
        this.sentences = sentences;
        this.clock = clock;
        this.numbers = numbers;
        this.inventories = inventories;
        this.observers = observers;
    }

    /** Inventories, what was done about their findings, and what the library system is told of them. */
    public record Both(Inventories inventories, KeptFindings findings, WriteBacks writeBacks,
            Observers<InventoryChange> observers) {}

    /** All of one database: they share where numbers end, and whom they tell. */
    public static Both of(Keeper keeper, Sentences sentences, Clock clock) {
        Numbers numbers = new Numbers();
        Observers<InventoryChange> observers = new Observers<>();
        Inventories inventories = new Inventories(keeper, sentences, clock, numbers, observers);
        return new Both(inventories,
                new KeptFindings(keeper, sentences, clock, numbers, inventories, observers),
                new WriteBacks(keeper, clock, numbers, inventories), observers);
    }

    /** See {@link InventoryFindings#handle}. */
    public Kept handle(long project, List<Handling> handlings, Origin by) {
        if (handlings.isEmpty()) {
            return new Kept.Stored(List.of());
        }
        return keep(project, (writes, connection, there) -> {
            Instant now = clock.instant();
            List<KeptHandling> kept = new ArrayList<>(handlings.size());
            long first = numbers.next(connection, Numbered.HANDLING);
            for (Handling handling : handlings) {
                long sequence = kept.isEmpty() ? first : numbers.next(connection, Numbered.HANDLING);
                kept.add(new KeptHandling(sequence, first, handling, now, Columns.fit(by.operator(), LONGEST)));
            }
            FindingTables.add(connection, project, kept);
            if (handlings.size() > 1) {
                writes.note(Deed.FINDINGS_HANDLED, by, sentences.inventoryHandled(there.name(), handlings.size()));
            }
            return kept;
        });
    }

    /** See {@link InventoryFindings#handlings}. */
    public List<KeptHandling> handlings(long project) {
        return inventories.read(connection -> FindingTables.handlings(connection, project));
    }

    /** See {@link InventoryFindings#choose}. */
    public Kept choose(long project, ItemChoice choice, Origin by) {
        return keep(project, (writes, connection, there) -> {
            FindingTables.choose(connection, project, choice, Columns.fit(by.operator(), LONGEST), clock.instant());
            return List.of();
        });
    }

    /** See {@link InventoryFindings#choices}. */
    public Map<ItemBarcode, String> choices(long project) {
        return inventories.read(connection -> FindingTables.choices(connection, project));
    }

    /** What is kept for a project that is open. */
    @FunctionalInterface
    private interface Keeping {
        List<KeptHandling> on(QueueWrites writes, Connection connection, InventoryProject project)
                throws SQLException;
    }

    private Kept keep(long project, Keeping work) {
        try {
            return keeper.change((writes, manager) -> UnitsOfWork.within(manager, connection -> {
                Optional<InventoryProject> there = Inventories.project(connection, project)
                        .filter(InventoryProject::isOpen);
                return there.isEmpty() ? new Kept.NotSaved(sentences.inventoryClosed())
                        : new Kept.Stored(work.on(writes, connection, there.get()));
            }), kept -> {
                if (kept instanceof Kept.Stored) {
                    observers.publish(new InventoryChange.Findings(project));
                }
                return List.of();
            });
        } catch (QueueUnavailableException e) {
            return new Kept.NotSaved(inventories.notSaved());
        }
    }
}
