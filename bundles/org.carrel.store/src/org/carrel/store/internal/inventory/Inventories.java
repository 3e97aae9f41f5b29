/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import org.carrel.model.Origin;
import org.carrel.model.inventory.InventoryChange;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.AuditTrail.Deed;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.InventoryProjects.Recorded;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.store.internal.Keeper;
import org.carrel.store.internal.Observers;
import org.carrel.store.internal.QueueWrites;
import org.carrel.store.internal.Sentences;
import org.carrel.store.internal.UnitsOfWork;
import org.carrel.store.internal.inventory.Numbers.Numbered;

/**
 * Inventories in the database of the queue, as units of work among its others: see {@link InventoryProjects}. Sessions
 * that record at the same moment share one commit. Safe for use by several threads.
 */
public final class Inventories {

    private static final int LONGEST = 255;

    private final Keeper keeper;
    private final Sentences sentences;
    private final Clock clock;
    private final Numbers numbers;
    private final Observers<InventoryChange> observers;
    private final JournaledReads journaled = new JournaledReads();

    Inventories(Keeper keeper, Sentences sentences, Clock clock, Numbers numbers,
            Observers<InventoryChange> observers) {
        this.keeper = keeper;
        this.sentences = sentences;
        this.clock = clock;
        this.numbers = numbers;
        this.observers = observers;
    }

    /** See {@link InventoryProjects#makeProject}. */
    public Optional<InventoryProject> make(String name, Scope scope, boolean counted, Origin by) {
        if (!name.equals(name.strip())) {
            throw new IllegalArgumentException("blanks around a name");
        }
        requireFit(name, InventoryProjects.LONGEST_NAME);
        Stream.of(Stream.of(scope.branch()), scope.locations().stream(), scope.itemTypes().stream(),
                scope.range().stream().flatMap(range -> Stream.of(range.from(), range.to()))).flatMap(all -> all)
                .forEach(text -> requireLength(text, LONGEST));
        return writeProject((writes, connection) -> {
            if (InventoryTables.projects(connection).stream().anyMatch(one -> one.name().equalsIgnoreCase(name))) {
                return Optional.empty();
            }
            InventoryProject project = new InventoryProject(numbers.next(connection, Numbered.PROJECT), name, scope,
                    clock.instant(), Optional.empty(), counted, false);
            InventoryTables.add(connection, project);
            writes.note(Deed.INVENTORY_MADE, by, name);
            return Optional.of(project);
        });
    }

    /** See {@link InventoryProjects#projects}. */
    public List<InventoryProject> projects() {
        return read(InventoryTables::projects);
    }

    /** See {@link InventoryProjects#setClosed}. */
    public Optional<InventoryProject> setClosed(long number, boolean closed, Origin by) {
        return writeProject((writes, connection) -> {
            Optional<InventoryProject> there = project(connection, number);
            if (there.isEmpty() || there.get().isOpen() != closed) {
                return there;
            }
            InventoryTables.setClosed(connection, number, closed ? Optional.of(clock.instant()) : Optional.empty());
            journaled.forget(number);
            writes.note(closed ? Deed.INVENTORY_CLOSED : Deed.INVENTORY_OPENED, by, there.get().name());
            return project(connection, number);
        });
    }

    /** See {@link InventoryProjects#setCounted}. */
    public Optional<InventoryProject> setCounted(long number, boolean counted, Origin by) {
        return writeProject((writes, connection) -> {
            Optional<InventoryProject> there = project(connection, number);
            if (there.isEmpty() || there.get().counted() == counted) {
                return there;
            }
            InventoryTables.setCounted(connection, number, counted);
            writes.note(Deed.INVENTORY_CHANGED, by, sentences.inventoryCounted(there.get().name(), counted));
            return project(connection, number);
        });
    }

    /** See {@link InventoryProjects#setWhole}. */
    public Optional<InventoryProject> setWhole(long number, boolean whole, Origin by) {
        return writeProject((writes, connection) -> {
            Optional<InventoryProject> there = project(connection, number);
            if (there.isEmpty() || there.get().whole() == whole) {
                return there;
            }
            InventoryTables.setWhole(connection, number, whole);
            writes.note(Deed.INVENTORY_CHANGED, by, sentences.inventoryWhole(there.get().name(), whole));
            return project(connection, number);
        });
    }

    /** See {@link InventoryProjects#deleteProject}. */
    public Optional<InventoryProject> delete(long number, Origin by) {
        return writeProject((writes, connection) -> {
            Optional<InventoryProject> there = project(connection, number);
            if (there.isPresent()) {
                int reads = InventoryTables.sessions(connection, number).stream().mapToInt(InventorySession::reads)
                        .sum();
                numbers.remember(connection);
                FindingTables.delete(connection, number);
                journaled.forget(number);
                writes.note(Deed.INVENTORY_DELETED, by, sentences.inventoryDeleted(there.get().name(), reads));
            }
            return there;
        });
    }

    /** See {@link InventoryProjects#session}. */
    public Optional<InventorySession> session(long project, String person, String device) {
        requireFit(person, LONGEST);
        requireFit(device, LONGEST);
        // One that is there can be gone on with while the store fails; nothing new can be made then.
        Optional<InventorySession> there = sessions(project).stream()
                .filter(session -> session.person().equals(person) && session.device().equals(device)).findFirst();
        if (there.isPresent()) {
            return there.filter(session -> journaled.home(session.number()).isPresent());
        }
        Optional<InventorySession> made = write(connection -> {
            if (project(connection, project).filter(InventoryProject::isOpen).isEmpty()) {
                return Optional.empty();
            }
            InventorySession session = new InventorySession(numbers.next(connection, Numbered.SESSION), project,
                    person, device, clock.instant(), 0);
            InventoryTables.add(connection, session);
            return Optional.of(session);
        }, session -> session.map(fresh -> new InventoryChange.Sessions(project)));
        // Looks it up, so that its reads can be kept whatever happens to the store.
        made.ifPresent(session -> sessions(project));
        return made;
    }

    /** See {@link InventoryProjects#sessions}. */
    public List<InventorySession> sessions(long project) {
        return journaled.counted(read(connection -> {
            List<InventorySession> sessions = InventoryTables.sessions(connection, project);
            project(connection, project).ifPresent(of -> journaled.remember(of, sessions));
            return sessions;
        }));
    }

    /** See {@link InventoryProjects#reads}. */
    public List<InventoryRead> reads(long project) {
        return journaled.with(project, read(connection -> InventoryTables.reads(connection, project)));
    }

    /** See {@link InventoryProjects#record}. */
    public Recorded record(long session, List<Mark> marks) {
        if (marks.isEmpty()) {
            return new Recorded.Stored(List.of());
        }
        try {
            return keeper.changeTogether(
                    (writes, manager) -> UnitsOfWork.within(manager, connection -> record(connection, session, marks)),
                    this::tell).recorded();
        } catch (RuntimeException e) {
            return journal(session, marks, e);
        }
    }

    private Recorded journal(long session, List<Mark> marks, RuntimeException cause) {
        Optional<JournaledReads.Home> home = journaled.home(session);
        if (home.isEmpty()) {
            return new Recorded.NotSaved(notSaved());
        }
        if (!(keeper.journal(home.get().entries(marks), cause) instanceof Acknowledgement.Journaled kept)) {
            return new Recorded.NotSaved(notSaved());
        }
        List<InventoryRead> reads = journaled.add(home.get(), marks);
        observers.publish(new InventoryChange.Reads(home.get().project().number(), reads));
        return new Recorded.Journaled(reads, kept.reason());
    }

    /** What came of a record, and the project it is of. */
    private record Done(long project, Recorded recorded) {}

    private Done record(Connection connection, long session, List<Mark> marks) throws SQLException {
        OptionalLong project = InventoryTables.openProjectOf(connection, session);
        if (project.isEmpty()) {
            return new Done(0, new Recorded.NotSaved(sentences.inventoryClosed()));
        }
        List<InventoryRead> reads = new ArrayList<>(marks.size());
        for (Mark mark : marks) {
            reads.add(new InventoryRead(numbers.next(connection, Numbered.READ), session, mark));
        }
        InventoryTables.add(connection, project.getAsLong(), reads);
        return new Done(project.getAsLong(), new Recorded.Stored(reads));
    }

    private List<QueueChange> tell(Done done) {
        if (done.recorded() instanceof Recorded.Stored stored) {
            observers.publish(new InventoryChange.Reads(done.project(), stored.reads()));
        }
        return List.of();
    }

    /** What to say when something could not be kept. */
    String notSaved() {
        return keeper.health() instanceof QueueHealth.Refused refused ? sentences.inventoryRefused(refused.reason())
                : sentences.inventoryNotSaved();
    }

    static Optional<InventoryProject> project(Connection connection, long number) throws SQLException {
        return InventoryTables.projects(connection).stream().filter(one -> one.number() == number).findFirst();
    }

    /** Also while the store takes nothing, if it can still be read. */
    <T> T read(UnitsOfWork.SqlWork<T> question) {
        try {
            return keeper.showRows(connection -> Optional.of(question.on(connection)), Optional.<T>empty())
                    .orElseThrow(() -> new QueueUnavailableException(
                            keeper.health() instanceof QueueHealth.Refused refused ? refused.reason()
                                    : sentences.inventoryUnavailable(),
                            null));
        } catch (QueueUnavailableException e) {
            throw unavailable(e);
        }
    }

    /** A change of a project, with its line of the audit trail. */
    @FunctionalInterface
    private interface ProjectWork {
        Optional<InventoryProject> on(QueueWrites writes, Connection connection) throws SQLException;
    }

    private Optional<InventoryProject> writeProject(ProjectWork work) {
        return write((writes, manager) -> UnitsOfWork.within(manager, connection -> work.on(writes, connection)),
                project -> project.map(changed -> new InventoryChange.Projects()));
    }

    private <T> T write(UnitsOfWork.SqlWork<T> work, Function<T, Optional<? extends InventoryChange>> tell) {
        return write((writes, manager) -> UnitsOfWork.within(manager, work), tell);
    }

    private <T> T write(BiFunction<QueueWrites, EntityManager, T> work,
            Function<T, Optional<? extends InventoryChange>> tell) {
        try {
            return keeper.change(work, result -> {
                tell.apply(result).ifPresent(observers::publish);
                return List.of();
            });
        } catch (QueueUnavailableException e) {
            throw unavailable(e);
        }
    }

    QueueUnavailableException unavailable(QueueUnavailableException e) {
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
