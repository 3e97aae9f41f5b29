/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.InventoryProjects.Recorded;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.store.internal.Keeper;
import org.carrel.store.internal.Sentences;
import org.carrel.store.internal.UnitsOfWork;
import org.carrel.store.internal.inventory.InventoryTables.Numbered;

/**
 * Inventories in the database of the queue, as units of work among its others: see {@link InventoryProjects}. Sessions
 * that record at the same moment share one commit. Safe for use by several threads.
 */
public final class Inventories {

    private static final int LONGEST = 255;

    private final Keeper keeper;
    private final Sentences sentences;
    private final Clock clock;
    /** The last numbers given. Read and written by units of work that write, which run one at a time. */
    private final Map<Numbered, Long> last = new EnumMap<>(Numbered.class);

    public Inventories(Keeper keeper, Sentences sentences, Clock clock) {
        this.keeper = keeper;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** See {@link InventoryProjects#makeProject}. */
    public Optional<InventoryProject> make(String name, Scope scope) {
        if (!name.equals(name.strip())) {
            throw new IllegalArgumentException("blanks around a name");
        }
        requireFit(name, InventoryProjects.LONGEST_NAME);
        Stream.of(Stream.of(scope.branch()), scope.locations().stream(), scope.itemTypes().stream(),
                scope.range().stream().flatMap(range -> Stream.of(range.from(), range.to()))).flatMap(all -> all)
                .forEach(text -> requireLength(text, LONGEST));
        return write(connection -> {
            if (InventoryTables.projects(connection).stream().anyMatch(one -> one.name().equalsIgnoreCase(name))) {
                return Optional.empty();
            }
            InventoryProject project = new InventoryProject(next(connection, Numbered.PROJECT), name, scope,
                    clock.instant(), Optional.empty());
            InventoryTables.add(connection, project);
            return Optional.of(project);
        });
    }

    /** See {@link InventoryProjects#projects}. */
    public List<InventoryProject> projects() {
        return read(InventoryTables::projects);
    }

    /** See {@link InventoryProjects#setClosed}. */
    public Optional<InventoryProject> setClosed(long number, boolean closed) {
        return write(connection -> {
            Optional<InventoryProject> there = project(connection, number);
            if (there.isPresent() && there.get().isOpen() == closed) {
                InventoryTables.setClosed(connection, number,
                        closed ? Optional.of(clock.instant()) : Optional.empty());
                return project(connection, number);
            }
            return there;
        });
    }

    /** See {@link InventoryProjects#session}. */
    public Optional<InventorySession> session(long project, String person, String device) {
        requireFit(person, LONGEST);
        requireFit(device, LONGEST);
        return write(connection -> {
            if (project(connection, project).filter(InventoryProject::isOpen).isEmpty()) {
                return Optional.empty();
            }
            Optional<InventorySession> there = InventoryTables.sessions(connection, project).stream()
                    .filter(session -> session.person().equals(person) && session.device().equals(device)).findFirst();
            if (there.isEmpty()) {
                there = Optional.of(new InventorySession(next(connection, Numbered.SESSION), project, person, device,
                        clock.instant(), 0));
                InventoryTables.add(connection, there.get());
            }
            return there;
        });
    }

    /** See {@link InventoryProjects#sessions}. */
    public List<InventorySession> sessions(long project) {
        return read(connection -> InventoryTables.sessions(connection, project));
    }

    /** See {@link InventoryProjects#reads}. */
    public List<InventoryRead> reads(long project) {
        return read(connection -> InventoryTables.reads(connection, project));
    }

    /** See {@link InventoryProjects#record}. */
    public Recorded record(long session, List<Mark> marks) {
        if (marks.isEmpty()) {
            return new Recorded.Stored(List.of());
        }
        try {
            return keeper.changeTogether(
                    (writes, manager) -> UnitsOfWork.within(manager, connection -> record(connection, session, marks)),
                    recorded -> List.of());
        } catch (QueueUnavailableException e) {
            // What the queue says of itself tells of its journal, which inventories do not have.
            return new Recorded.NotSaved(keeper.health() instanceof QueueHealth.Refused refused
                    ? sentences.inventoryRefused(refused.reason())
                    : sentences.inventoryNotSaved());
        }
    }

    private Recorded record(Connection connection, long session, List<Mark> marks) throws SQLException {
        OptionalLong project = InventoryTables.openProjectOf(connection, session);
        if (project.isEmpty()) {
            return new Recorded.NotSaved(sentences.inventoryClosed());
        }
        List<InventoryRead> reads = new ArrayList<>(marks.size());
        for (Mark mark : marks) {
            reads.add(new InventoryRead(next(connection, Numbered.READ), session, mark));
        }
        InventoryTables.add(connection, project.getAsLong(), reads);
        return new Recorded.Stored(reads);
    }

    /** What was given to a unit that failed is not given again: nobody knows whether it was committed all the same. */
    private long next(Connection connection, Numbered what) throws SQLException {
        Long before = last.get(what);
        long next = (before == null ? InventoryTables.greatest(connection, what) : before) + 1;
        last.put(what, next);
        return next;
    }

    private static Optional<InventoryProject> project(Connection connection, long number) throws SQLException {
        return InventoryTables.projects(connection).stream().filter(one -> one.number() == number).findFirst();
    }

    private <T> T read(UnitsOfWork.SqlWork<T> question) {
        try {
            return keeper.query(question);
        } catch (QueueUnavailableException e) {
            throw unavailable(e);
        }
    }

    private <T> T write(UnitsOfWork.SqlWork<T> work) {
        try {
            return keeper.change((writes, manager) -> UnitsOfWork.within(manager, work), nothing -> List.of());
        } catch (QueueUnavailableException e) {
            throw unavailable(e);
        }
    }

    private QueueUnavailableException unavailable(QueueUnavailableException e) {
        return keeper.health() instanceof QueueHealth.Refused ? e
                : new QueueUnavailableException(sentences.inventoryUnavailable(), e);
    }

    private static void requireFit(String text, int longest) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty name");
        }
        requireLength(text, longest);
    }

    private static void requireLength(String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("longer than " + longest + " characters");
        }
    }
}
