/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.carrel.model.Origin;
import org.carrel.model.inventory.InventoryChange;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryObserver;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.Subscription;

/** Inventories that are in memory, by the contract of the port. */
public final class MemoryProjects implements InventoryProjects {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final List<InventoryProject> projects = new ArrayList<>();
    private final List<InventorySession> sessions = new ArrayList<>();
    private final List<InventoryRead> reads = new ArrayList<>();
    private final List<InventoryObserver> observers = new CopyOnWriteArrayList<>();
    private long numbers;
    private Optional<String> failure = Optional.empty();
    private Optional<String> journal = Optional.empty();

    /** From now on the store fails with that sentence. */
    public void fail(String sentence) {
        failure = Optional.of(sentence);
    }

    /** From now on the store fails, and what is read goes to the journal, with that sentence. */
    public void journal(String reason) {
        journal = Optional.of(reason);
    }

    /** From now on it works again. */
    public void recover() {
        failure = Optional.empty();
    }

    private void check() {
        failure.ifPresent(sentence -> {
            throw new QueueUnavailableException(sentence, new IllegalStateException("as asked"));
        });
    }

    @Override
    public synchronized Optional<InventoryProject> makeProject(String name, Scope scope, boolean counted, Origin by) {
        check();
        if (project(name).isPresent()) {
            return Optional.empty();
        }
        InventoryProject made = new InventoryProject(++numbers, name, scope, NOON, Optional.empty(), counted);
        projects.addFirst(made);
        tell(new InventoryChange.Projects());
        return Optional.of(made);
    }

    @Override
    public synchronized List<InventoryProject> projects() {
        check();
        return List.copyOf(projects);
    }

    @Override
    public Optional<InventoryProject> setClosed(long project, boolean closed, Origin by) {
        return change(project, was -> new InventoryProject(was.number(), was.name(), was.scope(), was.madeAt(),
                closed ? Optional.of(NOON) : Optional.empty(), was.counted(), was.whole()));
    }

    @Override
    public Optional<InventoryProject> setCounted(long project, boolean counted, Origin by) {
        return change(project, was -> new InventoryProject(was.number(), was.name(), was.scope(), was.madeAt(),
                was.closedAt(), counted, was.whole()));
    }

    @Override
    public Optional<InventoryProject> setWhole(long project, boolean whole, Origin by) {
        return change(project, was -> new InventoryProject(was.number(), was.name(), was.scope(), was.madeAt(),
                was.closedAt(), was.counted(), whole));
    }

    private synchronized Optional<InventoryProject> change(long project, UnaryOperator<InventoryProject> how) {
        check();
        Optional<InventoryProject> was = find(project);
        was.ifPresent(one -> projects.set(projects.indexOf(one), how.apply(one)));
        tell(new InventoryChange.Projects());
        return was.map(how);
    }

    private Optional<InventoryProject> find(long project) {
        return projects.stream().filter(one -> one.number() == project).findFirst();
    }

    @Override
    public synchronized Optional<InventoryProject> deleteProject(long project, Origin by) {
        check();
        Optional<InventoryProject> was = find(project);
        was.ifPresent(projects::remove);
        sessions.removeIf(session -> session.project() == project);
        tell(new InventoryChange.Projects());
        return was;
    }

    @Override
    public synchronized Optional<InventorySession> session(long project, String person, String device) {
        check();
        if (find(project).filter(InventoryProject::isOpen).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sessions(project).stream()
                .filter(one -> one.person().equals(person) && one.device().equals(device)).findFirst()
                .orElseGet(() -> {
                    InventorySession made = new InventorySession(++numbers, project, person, device, NOON, 0);
                    sessions.add(made);
                    tell(new InventoryChange.Sessions(project));
                    return made;
                }));
    }

    @Override
    public synchronized List<InventorySession> sessions(long project) {
        check();
        return sessions.stream().filter(session -> session.project() == project)
                .map(session -> new InventorySession(session.number(), project, session.person(), session.device(),
                        session.begunAt(),
                        (int) reads.stream().filter(read -> read.session() == session.number()).count()))
                .toList();
    }

    @Override
    public synchronized Recorded record(long session, List<Mark> marks) {
        if (failure.isPresent()) {
            return new Recorded.NotSaved(failure.get());
        }
        List<InventoryRead> made = IntStream.range(0, marks.size())
                .mapToObj(i -> new InventoryRead(reads.size() + i + 1L, session, marks.get(i)))
                .collect(Collectors.toList());
        reads.addAll(made);
        long project = sessions.stream().filter(one -> one.number() == session).findFirst().orElseThrow().project();
        tell(new InventoryChange.Reads(project, made));
        return journal.<Recorded>map(reason -> new Recorded.Journaled(made, reason))
                .orElseGet(() -> new Recorded.Stored(made));
    }

    @Override
    public synchronized List<InventoryRead> reads(long project) {
        check();
        List<Long> of = sessions.stream().filter(session -> session.project() == project)
                .map(InventorySession::number).toList();
        return reads.stream().filter(read -> of.contains(read.session())).toList();
    }

    @Override
    public Subscription observeInventories(InventoryObserver observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    private void tell(InventoryChange change) {
        observers.forEach(observer -> observer.changed(change));
    }
}
