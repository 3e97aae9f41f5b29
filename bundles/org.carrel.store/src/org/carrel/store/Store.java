/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.carrel.model.BranchProfile;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.ToDo;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.InventoryChange;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.ItemChoice;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.model.inventory.Scope;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryFindings;
import org.carrel.model.port.InventoryObserver;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueObserver;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;
import org.carrel.model.port.TransactionQueue;
import org.carrel.model.port.UploadLedger;
import org.carrel.model.port.WriteBackLedger;
import org.carrel.store.internal.Keeper;
import org.carrel.store.internal.Observers;
import org.carrel.store.internal.Opening;
import org.carrel.store.internal.QueueReads;
import org.carrel.store.internal.QueueWrites;
import org.carrel.store.internal.Sentences;
import org.carrel.store.internal.audit.AuditCheck;
import org.carrel.store.internal.inventory.Inventories;
import org.carrel.store.internal.inventory.KeptFindings;
import org.carrel.store.internal.inventory.WriteBacks;
import org.carrel.store.internal.retention.Archiver;
import org.carrel.store.internal.schema.Schema;
import org.carrel.store.internal.schema.Step;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * A branch's queue on this machine: a Derby database in {@code queue} in the branch's data folder, and a journal in the
 * journal folder for when the database fails. Safe for use by several threads.
 *
 * <p>
 * Inventories, their sessions and reads are in the same database, and reads go to the same journal when it fails.
 *
 * <p>
 * Opening always succeeds; {@link #health()} says what can be done with it. It takes a second or so, and what it finds
 * in the journal is in the queue when it returns. Whoever opens a store without OSGi closes it.
 */
@Component(service = { TransactionQueue.class, QueueView.class, UploadLedger.class, AuditTrail.class,
        InventoryProjects.class, InventoryFindings.class, WriteBackLedger.class })
public final class Store
        implements TransactionQueue, QueueView, UploadLedger, AuditTrail, InventoryProjects, InventoryFindings,
        WriteBackLedger, AutoCloseable {

    private static final int MOST_ENTRIES = 1_000;

    private final Keeper keeper;
    private final BranchProfile.Retention retention;
    private final Archiver archiver;
    private final Inventories inventories;
    private final WriteBacks writeBacks;
    private final KeptFindings findings;
    private final Observers<InventoryChange> inventoryObservers;

    @Activate
    public Store(@Reference Branch branch) {
        this(branch, Clock.systemUTC());
    }

    /** @param clock for the moments of changes; those of transactions come with them */
    public Store(Branch branch, Clock clock) {
        this(branch, clock, Schema.steps());
    }

    /** With other steps to the schema than the released ones: for tests of migrations. */
    Store(Branch branch, Clock clock, List<Step> steps) {
        Objects.requireNonNull(branch, "branch");
        Objects.requireNonNull(clock, "clock");
        this.keeper = new Keeper(new Opening(branch, clock, steps).open(), Sentences.of(branch));
        KeptFindings.Both both = KeptFindings.of(keeper, Sentences.of(branch), clock);
        this.inventories = both.inventories();
        this.findings = both.findings();
        this.writeBacks = both.writeBacks();
        this.inventoryObservers = both.observers();
        this.retention = branch.profile().retention();
        this.archiver = new Archiver(keeper, retention, clock);
        if (keeper.health() instanceof QueueHealth.Healthy) {
            archiver.start();
        }
    }

    /** Archives and forgets what is due by another clock: for tests. */
    void archive(Clock then) {
        try (Archiver another = new Archiver(keeper, retention, then)) {
            another.run();
        }
    }

    @Override
    public Acknowledgement add(List<? extends Transaction> transactions) {
        return keeper.add(List.copyOf(transactions));
    }

    @Override
    public List<TransactionId> delete(Collection<TransactionId> ids, Origin by) {
        Objects.requireNonNull(by, "by");
        List<TransactionId> wanted = List.copyOf(ids);
        return keeper.change((writes, manager) -> writes.delete(manager, wanted, by),
                gone -> gone.isEmpty() ? List.of() : List.of(new QueueChange.Removed(gone))).stream()
                .map(QueueEntry::id).toList();
    }

    /** {@inheritDoc} Also false when {@code corrected} has an id that is or was in the queue. */
    @Override
    public boolean correct(TransactionId failed, Transaction corrected) {
        Objects.requireNonNull(failed, "failed");
        Objects.requireNonNull(corrected, "corrected");
        Optional<QueueWrites.Corrected> done = keeper.change(
                (writes, manager) -> writes.correct(manager, failed, corrected),
                result -> result.<List<QueueChange>>map(
                        both -> List.of(new QueueChange.Removed(List.of(both.gone())),
                                new QueueChange.Added(List.of(both.fresh()))))
                        .orElse(List.of()));
        return done.isPresent();
    }

    @Override
    public QueueHealth health() {
        return keeper.health();
    }

    @Override
    public long[] index(QueueQuery query) {
        Objects.requireNonNull(query, "query");
        return keeper.showRows(connection -> QueueReads.index(connection, query), new long[0]);
    }

    @Override
    public int count(QueueQuery query) {
        Objects.requireNonNull(query, "query");
        return keeper.showRows(connection -> QueueReads.count(connection, query), 0);
    }

    @Override
    public Optional<Instant> earliest(QueueQuery query) {
        Objects.requireNonNull(query, "query");
        return keeper.showRows(connection -> QueueReads.earliest(connection, query), Optional.empty());
    }

    /** @throws IllegalArgumentException when more than 1,000 are asked for */
    @Override
    public List<QueueEntry> entries(long... sequences) {
        if (sequences.length > MOST_ENTRIES) {
            throw new IllegalArgumentException("at most " + MOST_ENTRIES + " rows at a time");
        }
        long[] wanted = sequences.clone();
        return keeper.show(manager -> QueueReads.entries(manager, wanted), List.of());
    }

    @Override
    public Optional<QueueEntry> find(TransactionId id) {
        Objects.requireNonNull(id, "id");
        return keeper.show(manager -> QueueReads.find(manager, id), Optional.empty());
    }

    @Override
    public Map<TransactionState, Integer> counts() {
        return keeper.show(QueueReads::counts, Map.of());
    }

    @Override
    public Subscription observe(QueueObserver observer) {
        Objects.requireNonNull(observer, "observer");
        return keeper.observe(observer);
    }

    @Override
    public List<QueueEntry> pending() {
        return keeper.ask(QueueReads::pending);
    }

    @Override
    public Map<ItemBarcode, Uploaded> latestUploaded(Collection<ItemBarcode> items) {
        List<ItemBarcode> wanted = List.copyOf(items);
        return keeper.ask(manager -> QueueReads.latestUploaded(manager, wanted));
    }

    @Override
    public Set<TransactionId> record(List<Finding> findings) {
        List<Finding> given = List.copyOf(findings);
        return keeper.changeTogether((writes, manager) -> writes.record(manager, given), rows -> {
            List<QueueChange> changes = new ArrayList<>();
            if (!rows.isEmpty()) {
                changes.add(new QueueChange.Updated(List.copyOf(rows.values())));
            }
            if (given.stream().anyMatch(found -> rows.containsKey(found.id()) && !found.followUps().isEmpty())) {
                changes.add(new QueueChange.UploadsChanged());
            }
            return changes;
        }).keySet();
    }

    @Override
    public int retry(Collection<TransactionId> ids) {
        List<TransactionId> wanted = List.copyOf(ids);
        return keeper.change((writes, manager) -> writes.retry(manager, wanted),
                back -> back.isEmpty() ? List.of() : List.of(new QueueChange.Updated(back))).size();
    }

    @Override
    public List<ToDo> toDos(int limit) {
        return keeper.ask(manager -> QueueReads.toDos(manager, limit));
    }

    @Override
    public void setDone(long toDo, boolean done) {
        keeper.change((writes, manager) -> writes.setDone(manager, toDo, done),
                changed -> changed ? List.of(new QueueChange.UploadsChanged()) : List.of());
    }

    @Override
    public void record(UploadRun run) {
        Objects.requireNonNull(run, "run");
        keeper.change((writes, manager) -> writes.record(manager, run),
                nothing -> List.of(new QueueChange.UploadsChanged()));
    }

    @Override
    public List<UploadRun> runs(int limit) {
        return keeper.ask(manager -> QueueReads.runs(manager, limit));
    }

    @Override
    public void note(Deed deed, Origin by, String detail) {
        Objects.requireNonNull(deed, "deed");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(detail, "detail");
        keeper.change((writes, manager) -> writes.note(deed, by, detail), nothing -> List.of());
    }

    @Override
    public void read(Consumer<Line> reader) {
        keeper.query(connection -> AuditCheck.read(connection, reader::accept));
    }

    @Override
    public Verdict verify() {
        return keeper.query(connection -> AuditCheck.verify(connection, keeper.audit()));
    }

    @Override
    public String patron(PatronBarcode patron) {
        return keeper.audit().patron(patron.value());
    }

    @Override
    public Optional<InventoryProject> makeProject(String name, Scope scope, boolean counted, Origin by) {
        Objects.requireNonNull(by, "by");
        return inventories.make(name, scope, counted, by);
    }

    @Override
    public List<InventoryProject> projects() {
        return inventories.projects();
    }

    @Override
    public Optional<InventoryProject> setClosed(long project, boolean closed, Origin by) {
        Objects.requireNonNull(by, "by");
        return inventories.setClosed(project, closed, by);
    }

    @Override
    public Optional<InventoryProject> setCounted(long project, boolean counted, Origin by) {
        Objects.requireNonNull(by, "by");
        return inventories.setCounted(project, counted, by);
    }

    @Override
    public Optional<InventoryProject> setWhole(long project, boolean whole, Origin by) {
        Objects.requireNonNull(by, "by");
        return inventories.setWhole(project, whole, by);
    }

    @Override
    public Optional<InventoryProject> deleteProject(long project, Origin by) {
        Objects.requireNonNull(by, "by");
        return inventories.delete(project, by);
    }

    @Override
    public Optional<InventorySession> session(long project, String person, String device) {
        return inventories.session(project, person, device);
    }

    @Override
    public List<InventorySession> sessions(long project) {
        return inventories.sessions(project);
    }

    @Override
    public Recorded record(long session, List<InventoryRead.Mark> marks) {
        return inventories.record(session, List.copyOf(marks));
    }

    @Override
    public List<InventoryRead> reads(long project) {
        return inventories.reads(project);
    }

    @Override
    public Subscription observeInventories(InventoryObserver observer) {
        Objects.requireNonNull(observer, "observer");
        return inventoryObservers.add(observer::changed);
    }

    @Override
    public Kept handle(long project, List<Handling> handlings, Origin by) {
        Objects.requireNonNull(by, "by");
        return findings.handle(project, List.copyOf(handlings), by);
    }

    @Override
    public List<KeptHandling> handlings(long project) {
        return findings.handlings(project);
    }

    @Override
    public Kept choose(long project, ItemChoice choice, Origin by) {
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(by, "by");
        return findings.choose(project, choice, by);
    }

    @Override
    public Map<ItemBarcode, String> choices(long project) {
        return findings.choices(project);
    }

    @Override
    public int addWriteBacks(long project, List<ItemBarcode> items) {
        return writeBacks.add(project, List.copyOf(items));
    }

    @Override
    public List<WriteBackEntry> writeBacks(long project) {
        return writeBacks.entries(project);
    }

    @Override
    public Set<Long> changeWriteBacks(List<WriteBackLedger.Change> changes) {
        return writeBacks.change(List.copyOf(changes));
    }

    /** Closes the queue in order; what is given to it afterwards is not saved. */
    @Override
    @Deactivate
    public void close() {
        archiver.close();
        keeper.close();
    }
}
