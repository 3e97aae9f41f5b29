/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.carrel.model.Origin;
import org.carrel.model.port.Branch;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.QueueHealth;
import org.carrel.store.internal.audit.AuditChain;
import org.carrel.store.internal.derby.DerbyDatabase;
import org.carrel.store.internal.derby.Fault;
import org.carrel.store.internal.derby.StoreFailure;
import org.carrel.store.internal.inventory.ReadsLeft;
import org.carrel.store.internal.journal.Journal;
import org.carrel.store.internal.journal.JournalEntry;
import org.carrel.store.internal.journal.Merged;
import org.carrel.store.internal.schema.Migration;
import org.carrel.store.internal.schema.Schema;
import org.carrel.store.internal.schema.Step;
import org.carrel.store.internal.sealing.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a branch's queue: takes the owner's lock, opens the database, brings it to the newest schema, and merges what
 * the journal holds. Whatever goes wrong ends in a health that says so; nothing is thrown.
 */
public final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    /**
     * What there is to work with.
     *
     * @param health   as it is at the start
     * @param units    the database, when it can at least be read
     * @param writes   when the database can be written
     * @param journal  of this branch
     * @param lock     when the data is ours
     */
    public record Opened(QueueHealth health, Optional<UnitsOfWork> units, Optional<QueueWrites> writes,
            Journal journal, Optional<AutoCloseable> lock) {}

    private final Path folder;
    private final Path queue;
    private final Path backups;
    private final Clock clock;
    private final List<Step> steps;
    private final Optional<DataKey> key;
    private final Sealing sealing;
    private final Journal journal;
    private final Sentences sentences;
    private final Supplier<Origin> here;

    public Opening(Branch branch, Clock clock, List<Step> steps) {
        this.folder = branch.dataFolder();
        this.queue = folder.resolve("queue");
        this.clock = clock;
        Schema.requireInOrder(steps);
        this.steps = steps;
        this.key = branch.dataKey();
        this.backups = folder.resolve("backups");
        this.sealing = new Sealing(queue, backups);
        this.journal = new Journal(branch.journalFolder(), branch.profile().id(), clock, key);
        this.sentences = Sentences.of(branch);
        this.here = branch::origin;
    }

    /** Does it all; takes a second or two the first time. */
    public Opened open() {
        return switch (OwnerLock.take(folder.resolve("queue.lock"), clock)) {
            case OwnerLock.Attempt.Theirs theirs -> refused(sentences.otherOwner(theirs.owner()));
            case OwnerLock.Attempt.Unwritable unwritable -> {
                LOG.error("The folder {} cannot be written", folder, unwritable.cause());
                yield withoutLock(unwritable.cause());
            }
            case OwnerLock.Attempt.Ours ours -> {
                Opened opened = withLock(ours.lock());
                if (opened.lock().isEmpty()) {
                    release(ours.lock());
                }
                yield opened;
            }
        };
    }

    private Opened withLock(OwnerLock lock) {
        DerbyDatabase database;
        try {
            sealing.settle();
            if (key.isPresent() && sealing.isDue()
                    && sealing.convert(key.get(), clock, steps) instanceof Sealing.Result.Refused refused) {
                return refused(sentences.migration(refused.why()));
            }
            database = DerbyDatabase.open(queue, key);
        } catch (SQLException | IOException e) {
            return unopened(e, Optional.of(lock));
        }
        boolean kept = false;
        try {
            if (database.isReadOnly()) {
                kept = true;
                return new Opened(journaling(Fault.READ_ONLY), readable(database), Optional.empty(), journal,
                        Optional.of(lock));
            }
            Migration.Result result = new Migration(database, backups, clock, steps).run();
            if (!(result instanceof Migration.Result.Done)) {
                return refused(sentences.migration(result));
            }
            Opened opened = migrated(database, lock);
            kept = true;
            return opened;
        } catch (SQLException | RuntimeException e) {
            return unopened(e, Optional.of(lock));
        } finally {
            if (!kept) {
                database.close();
            }
        }
    }

    private Opened migrated(DerbyDatabase database, OwnerLock lock) {
        UnitsOfWork units = units(database);
        AtomicReference<QueueWrites> writes = new AtomicReference<>();
        QueueHealth health;
        try {
            writes.set(units.read(manager -> new QueueWrites(manager, clock, units.audit())));
            boolean trail = units.write(manager -> UnitsOfWork.within(manager, units.audit()::open));
            Merged merged = journal.mergeInto(left -> units.write(manager -> {
                writes.get().add(manager, JournalEntry.scansAmong(left));
                return UnitsOfWork.within(manager, connection -> ReadsLeft.add(connection, writes.get(),
                        JournalEntry.readsAmong(left)));
            }));
            health = new QueueHealth.Healthy(sentences.remark(merged, stillClear(), trail));
        } catch (StoreFailure e) {
            LOG.error("The queue cannot be used (SQLStates {})", Fault.states(e), e);
            health = journaling(e.fault());
        } catch (IOException | RuntimeException e) {
            LOG.error("The journal in {} cannot be merged; it is left as it is", journal.folder(), e);
            health = new QueueHealth.Healthy(Optional.of(sentences.unreadable(journal.folder())));
        }
        return new Opened(health, Optional.of(units), Optional.ofNullable(writes.get()), journal, Optional.of(lock));
    }

    private UnitsOfWork units(DerbyDatabase database) {
        return new UnitsOfWork(database, new AuditChain(key, clock, here));
    }

    private List<Path> stillClear() {
        return key.isPresent() ? sealing.shredClear() : List.of();
    }

    /** Another may own the data, with only the folder closed to us: nothing is written, and only read if possible. */
    private Opened withoutLock(IOException cause) {
        Fault fault = Fault.of(new SQLException(cause), folder);
        QueueHealth health = journaling(fault == Fault.DISK_FULL ? fault : Fault.READ_ONLY);
        if (Files.notExists(queue)) {
            return new Opened(health, Optional.empty(), Optional.empty(), journal, Optional.empty());
        }
        try {
            DerbyDatabase database = DerbyDatabase.open(queue, key);
            return new Opened(health, readable(database), Optional.empty(), journal, Optional.empty());
        } catch (SQLException | IOException e) {
            Opened opened = unopened(e, Optional.empty());
            return opened.health() instanceof QueueHealth.Refused ? opened
                    : new Opened(health, Optional.empty(), Optional.empty(), journal, Optional.empty());
        }
    }

    /** For reading, when the schema is the one we know; closed otherwise. */
    private Optional<UnitsOfWork> readable(DerbyDatabase database) {
        try (Connection connection = database.connections().getConnection()) {
            if (Migration.version(connection).equals(Optional.of(steps.size()))) {
                return Optional.of(units(database));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.error("The queue in {} cannot be read (SQLStates {})", queue, Fault.states(e), e);
        }
        database.close();
        return Optional.empty();
    }

    private Opened unopened(Exception failure, Optional<OwnerLock> lock) {
        Fault fault = Fault.of(failure, queue);
        LOG.error("The queue in {} cannot be opened: {} {}", queue, fault, Fault.states(failure), failure);
        return switch (fault) {
            case OTHER_PROCESS -> refused(sentences.otherOwner(Optional.empty()));
            case NEWER_FORMAT -> refused(sentences.newerFormat());
            case WRONG_KEY -> refused(sentences.wrongKey(key.isPresent()));
            case DISK_FULL, READ_ONLY, DAMAGED, CONTENTION, CLOSED, OTHER -> new Opened(journaling(fault),
                    Optional.empty(), Optional.empty(), journal, lock.map(AutoCloseable.class::cast));
        };
    }

    private Opened refused(String reason) {
        LOG.error("{}", reason);
        return new Opened(new QueueHealth.Refused(reason), Optional.empty(), Optional.empty(), journal,
                Optional.empty());
    }

    private QueueHealth journaling(Fault fault) {
        return new QueueHealth.Journaling(sentences.journaling(fault), journal.folder());
    }

    private static void release(OwnerLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock on the queue could not be released; it ends with this process", e);
        }
    }
}
