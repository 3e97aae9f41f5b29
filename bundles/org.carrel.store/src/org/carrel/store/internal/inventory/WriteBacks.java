/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.WriteBackLedger;
import org.carrel.store.internal.Keeper;
import org.carrel.store.internal.UnitsOfWork;
import org.carrel.store.internal.inventory.Numbers.Numbered;

/** What the library system is told, beside the inventories: see {@link WriteBackLedger}. Safe for several threads. */
public final class WriteBacks {

    private final Keeper keeper;
    private final Clock clock;
    private final Numbers numbers;
    private final Inventories inventories;

    WriteBacks(Keeper keeper, Clock clock, Numbers numbers, Inventories inventories) {
        this.keeper = keeper;
        this.clock = clock;
        this.numbers = numbers;
        this.inventories = inventories;
    }

    /** See {@link WriteBackLedger#addWriteBacks}. */
    public int add(long project, List<ItemBarcode> items) {
        requireFew(items);
        return together(connection -> {
            if (Inventories.project(connection, project).isEmpty()) {
                return 0;
            }
            int added = 0;
            Instant now = clock.instant();
            for (ItemBarcode item : items) {
                if (!WriteBackTables.isThere(connection, project, item)) {
                    WriteBackTables.add(connection,
                            new WriteBackEntry(numbers.next(connection, Numbered.WRITE_BACK), project, item,
                                    State.WAITING, 0, now, ""));
                    added++;
                }
            }
            return added;
        });
    }

    /** See {@link WriteBackLedger#writeBacks}. */
    public List<WriteBackEntry> entries(long project) {
        return inventories.read(connection -> WriteBackTables.entries(connection, project));
    }

    /** See {@link WriteBackLedger#changeWriteBacks}. */
    public Set<Long> change(List<WriteBackLedger.Change> changes) {
        requireFew(changes);
        return together(connection -> changed(connection, changes));
    }

    private Set<Long> changed(Connection connection, List<WriteBackLedger.Change> changes) throws SQLException {
        Set<Long> changed = new HashSet<>();
        Instant now = clock.instant();
        for (WriteBackLedger.Change change : changes) {
            if (WriteBackTables.change(connection, change, now)) {
                changed.add(change.number());
            }
        }
        return changed;
    }

    /** Lanes that write at the same moment share a commit. */
    private <T> T together(UnitsOfWork.SqlWork<T> work) {
        try {
            return keeper.changeTogether((writes, manager) -> UnitsOfWork.within(manager, work),
                    nothing -> List.of());
        } catch (QueueUnavailableException e) {
            throw inventories.unavailable(e);
        }
    }

    private static void requireFew(List<?> all) {
        if (all.size() > WriteBackLedger.MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + WriteBackLedger.MOST_AT_ONCE + " at a time");
        }
    }
}
