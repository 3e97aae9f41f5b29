/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;

/**
 * What the library system is to be told of inventories, and what it was told. Safe for use by several threads; every
 * change is committed when its method returns; every method throws {@link QueueUnavailableException} when the store
 * fails, and has changed nothing then. Not for the UI thread.
 */
public interface WriteBackLedger {

    /** So many at once at most, so that nobody at the desk waits for them. */
    int MOST_AT_ONCE = 500;

    /**
     * Adds a waiting entry for each of {@code items} that has none in the project, in that order.
     *
     * @param items at most {@value #MOST_AT_ONCE}
     * @return how many were added; none when there is no such project
     */
    int addWriteBacks(long project, List<ItemBarcode> items);

    /** The entries of a project, in the order in which they were added. */
    List<WriteBackEntry> writeBacks(long project);

    /**
     * What becomes of an entry.
     *
     * @param number of the entry
     * @param from   where it must stand; otherwise nothing becomes of it
     * @param to     where it stands then; with {@link State#IN_FLIGHT}, its attempts are one more
     * @param detail see {@link WriteBackEntry#detail()}
     */
    record Change(long number, State from, State to, String detail) {
        public Change {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /**
     * Changes entries in one commit.
     *
     * @param changes at most {@value #MOST_AT_ONCE}
     * @return the numbers of those that stood where they had to, and are changed
     */
    Set<Long> changeWriteBacks(List<Change> changes);
}
