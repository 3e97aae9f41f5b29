/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.Origin;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.port.AuditTrail.Deed;
import org.carrel.store.internal.QueueWrites;
import org.carrel.store.internal.inventory.Numbers.Numbered;
import org.carrel.store.internal.journal.JournalEntry;

/**
 * Puts reads that a journal kept into the database, behind what is there, each once however often it is given. A read
 * has no id: in one session nobody reads the same thing twice at the same moment, to the last digit of the clock,
 * except in one call; so there are as many of it as were read, and no more.
 *
 * <p>
 * The database need not be the one that failed. Inventories are found by their names and sessions by person and device;
 * where an old backup was put in place, or an empty database, they are made as they were.
 */
public final class ReadsLeft {

    private final Connection connection;
    private final QueueWrites writes;
    private final Numbers numbers = new Numbers();

    private ReadsLeft(Connection connection, QueueWrites writes) {
        this.connection = connection;
        this.writes = writes;
    }

    /** As a part of the unit of work of {@code connection}, before any other gives numbers; gives how many were new. */
    public static int add(Connection connection, QueueWrites writes, List<JournalEntry.Read> reads)
            throws SQLException {
        return new ReadsLeft(connection, writes).add(reads);
    }

    private int add(List<JournalEntry.Read> reads) throws SQLException {
        Map<InventorySession, InventorySession> homes = new HashMap<>();
        Map<Long, List<InventoryRead>> left = new LinkedHashMap<>();
        for (JournalEntry.Read read : reads) {
            InventorySession home = homes.get(read.session());
            if (home == null) {
                home = session(project(read), read.session());
                homes.put(read.session(), home);
            }
            left.computeIfAbsent(home.project(), project -> new ArrayList<>())
                    .add(new InventoryRead(0, home.number(), read.mark()));
        }
        int added = 0;
        for (Map.Entry<Long, List<InventoryRead>> of : left.entrySet()) {
            List<InventoryRead> fresh = new ArrayList<>();
            for (InventoryRead read : beyond(InventoryTables.reads(connection, of.getKey()), of.getValue())) {
                fresh.add(new InventoryRead(numbers.next(connection, Numbered.READ), read.session(), read.mark()));
            }
            InventoryTables.add(connection, of.getKey(), fresh);
            added += fresh.size();
        }
        return added;
    }

    /** Which of {@code given} are not {@code there}, in their order. */
    static List<InventoryRead> beyond(List<InventoryRead> there, List<InventoryRead> given) {
        record Same(long session, Mark mark) {}
        Map<Same, Integer> counts = new HashMap<>();
        there.forEach(read -> counts.merge(new Same(read.session(), read.mark()), 1, Integer::sum));
        return given.stream()
                .filter(read -> counts.merge(new Same(read.session(), read.mark()), -1, Integer::sum) < 0).toList();
    }

    private InventoryProject project(JournalEntry.Read read) throws SQLException {
        InventoryProject lost = read.project();
        Optional<InventoryProject> there = InventoryTables.projects(connection).stream()
                .filter(one -> one.name().equalsIgnoreCase(lost.name())).findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        InventoryProject made = new InventoryProject(numbers.next(connection, Numbered.PROJECT), lost.name(),
                lost.scope(), lost.madeAt(), Optional.empty(), lost.counted(), lost.whole());
        InventoryTables.add(connection, made);
        writes.note(Deed.INVENTORY_MADE, new Origin(read.session().device(), read.session().person()), made.name());
        return made;
    }

    private InventorySession session(InventoryProject project, InventorySession lost) throws SQLException {
        Optional<InventorySession> there = InventoryTables.sessions(connection, project.number()).stream()
                .filter(one -> one.person().equals(lost.person()) && one.device().equals(lost.device())).findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        InventorySession made = new InventorySession(numbers.next(connection, Numbered.SESSION), project.number(),
                lost.person(), lost.device(), lost.begunAt(), 0);
        InventoryTables.add(connection, made);
        return made;
    }
}
