/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.store.internal.journal.JournalEntry;

/**
 * What was read since the store failed, so that people see it until the next start, and all that was handed out of
 * sessions, so that reads of them can be kept when nothing can be looked up any more. Safe for use by several threads.
 */
final class JournaledReads {

    /** Beyond all that the store gives; until the next start. */
    private static final long FIRST = 1L << 48;

    /** A session that somebody can record in, and its project. */
    record Home(InventoryProject project, InventorySession session) {

        List<JournalEntry> entries(List<Mark> marks) {
            return marks.stream().<JournalEntry>map(mark -> new JournalEntry.Read(project, session, mark)).toList();
        }
    }

    private final Map<Long, Home> homes = new HashMap<>();
    private final List<Home> journaledIn = new ArrayList<>();
    private final List<InventoryRead> journaled = new ArrayList<>();

    synchronized void remember(InventoryProject project, List<InventorySession> sessions) {
        if (project.isOpen()) {
            sessions.forEach(session -> homes.put(session.number(), new Home(project, session)));
        }
    }

    /** Nothing is recorded in that project any more. */
    synchronized void forget(long project) {
        homes.values().removeIf(home -> home.project().number() == project);
    }

    synchronized Optional<Home> home(long session) {
        return Optional.ofNullable(homes.get(session));
    }

    /** They are on the disk; gives them as people see them until the next start. */
    synchronized List<InventoryRead> add(Home home, List<Mark> marks) {
        List<InventoryRead> reads = new ArrayList<>(marks.size());
        for (Mark mark : marks) {
            reads.add(new InventoryRead(FIRST + journaled.size(), home.session().number(), mark));
            journaled.add(reads.getLast());
            journaledIn.add(home);
        }
        return reads;
    }

    /** {@code stored}, and behind it what only the journal has; a commit that failed can have taken effect. */
    synchronized List<InventoryRead> with(long project, List<InventoryRead> stored) {
        List<InventoryRead> mine = new ArrayList<>();
        for (int i = 0; i < journaled.size(); i++) {
            if (journaledIn.get(i).project().number() == project) {
                mine.add(journaled.get(i));
            }
        }
        if (mine.isEmpty()) {
            return stored;
        }
        List<InventoryRead> all = new ArrayList<>(stored);
        all.addAll(ReadsLeft.beyond(stored, mine));
        return all;
    }

    /** The sessions with what only the journal has of them. */
    synchronized List<InventorySession> counted(List<InventorySession> sessions) {
        if (journaled.isEmpty()) {
            return sessions;
        }
        return sessions.stream().map(one -> new InventorySession(one.number(), one.project(), one.person(),
                one.device(), one.begunAt(), one.reads() + (int) journaled.stream()
                        .filter(read -> read.session() == one.number()).count()))
                .toList();
    }
}
