/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.persistence.EntityManager;

import org.carrel.model.Transaction;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueChange;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueObserver;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.Subscription;
import org.carrel.store.internal.QueueWrites.Added;
import org.carrel.store.internal.audit.AuditChain;
import org.carrel.store.internal.derby.Fault;
import org.carrel.store.internal.derby.StoreFailure;
import org.carrel.store.internal.journal.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where things go: into the database while it is well, into the journal from its first failure on, nowhere
 * (loudly) when neither takes them. Changes are made one at a time, and observers hear of them in that order. Safe for
 * use by several threads.
 *
 * <p>
 * From journaling there is no way back before the next start: the journal must be merged first, and whether the commit
 * that failed took effect is known only when Derby has recovered the database.
 */
public final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final Opening.Opened opened;
    private final Sentences sentences;
    private final Observers<QueueChange> observers = new Observers<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final SharedCommits shared = new SharedCommits();
    private volatile QueueHealth health;
    private volatile boolean closed;

    public Keeper(Opening.Opened opened, Sentences sentences) {
        this.opened = opened;
        this.sentences = sentences;
        this.health = opened.health();
    }

    public QueueHealth health() {
        return health;
    }

    public Subscription observe(QueueObserver observer) {
        return observers.add(observer::changed);
    }

    /** See {@code TransactionQueue.add}. */
    public Acknowledgement add(List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            return new Acknowledgement.Stored(List.of());
        }
        turn.lock();
        try {
            if (closed) {
                return new Acknowledgement.NotSaved(sentences.closed());
            }
            return switch (health) {
                case QueueHealth.Healthy healthy -> store(transactions);
                case QueueHealth.Journaling journaling -> journal(JournalEntry.scans(transactions), journaling);
                case QueueHealth.Refused refused -> new Acknowledgement.NotSaved(
                        sentences.notSavedRefused(refused.reason()));
            };
        } finally {
            turn.unlock();
        }
    }

    /**
     * Keeps in the journal what the database did not take, and with it everything from now on: nothing overtakes what
     * is there.
     *
     * @param cause why it did not; if the commit took effect all the same, the merge must find it and add nothing
     * @return that it is in the journal, or nowhere
     */
    public Acknowledgement journal(List<JournalEntry> entries, RuntimeException cause) {
        turn.lock();
        try {
            if (closed) {
                return new Acknowledgement.NotSaved(sentences.closed());
            }
            return switch (health) {
                case QueueHealth.Healthy healthy -> journal(entries, fail(failure(cause)));
                case QueueHealth.Journaling journaling -> journal(entries, journaling);
                case QueueHealth.Refused refused -> new Acknowledgement.NotSaved(
                        sentences.notSavedRefused(refused.reason()));
            };
        } finally {
            turn.unlock();
        }
    }

    private static StoreFailure failure(RuntimeException cause) {
        RuntimeException told = cause instanceof QueueUnavailableException
                && cause.getCause() instanceof StoreFailure inner ? inner : cause;
        return told instanceof StoreFailure failure ? failure : new StoreFailure(Fault.OTHER, told);
    }

    private Acknowledgement store(List<Transaction> transactions) {
        Added added;
        try {
            added = units().write(manager -> writes().add(manager, transactions));
        } catch (RuntimeException e) {
            // If the commit took effect all the same, the merge finds the ids and adds nothing.
            return journal(JournalEntry.scans(transactions), fail(failure(e)));
        }
        if (!added.fresh().isEmpty()) {
            observers.publish(new QueueChange.Added(added.fresh()));
        }
        return new Acknowledgement.Stored(added.all());
    }

    private Acknowledgement journal(List<JournalEntry> entries, QueueHealth.Journaling journaling) {
        try {
            opened.journal().append(entries);
            return new Acknowledgement.Journaled(journaling.reason());
        } catch (IOException | RuntimeException e) {
            LOG.error("The journal in {} cannot be written: {} entries are not saved", opened.journal().folder(),
                    entries.size(), e);
            return new Acknowledgement.NotSaved(sentences.notSaved());
        }
    }

    /**
     * Commits a change of the database, and then tells of it.
     *
     * @param tell what observers hear, in order
     * @throws QueueUnavailableException when it failed
     */
    public <T> T change(BiFunction<QueueWrites, EntityManager, T> work, Function<T, List<QueueChange>> tell) {
        turn.lock();
        try {
            requireHealthy();
            T result = units().write(manager -> work.apply(writes(), manager));
            tell.apply(result).forEach(observers::publish);
            return result;
        } catch (StoreFailure e) {
            throw unavailable(e);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Commits a small change, possibly together with others that wait for their turn, and then tells of it. Each
     * succeeds or fails by itself.
     *
     * @param tell what observers hear, in order; they may hear it on the thread of one of the others
     * @throws QueueUnavailableException when it failed
     */
    public <T> T changeTogether(BiFunction<QueueWrites, EntityManager, T> work,
            Function<T, List<QueueChange>> tell) {
        SharedCommits.Waiting<T> mine = shared.add(work, tell);
        turn.lock();
        try {
            while (!mine.isDone()) {
                List<SharedCommits.Waiting<?>> together = shared.next();
                try {
                    commit(together);
                } catch (RuntimeException e) {
                    // A mistake in the program must not leave the others waiting for what nobody will do.
                    together.stream().filter(change -> !change.isDone()).forEach(change -> change.failed(e));
                }
            }
            return mine.result();
        } finally {
            turn.unlock();
        }
    }

    private void commit(List<SharedCommits.Waiting<?>> together) {
        try {
            requireHealthy();
            units().write(manager -> {
                together.forEach(change -> change.apply(writes(), manager));
                return together;
            });
        } catch (StoreFailure e) {
            if (together.size() > 1 && !isFatal(e.fault())) {
                // One of them spoils it for the others: nothing is committed yet, so each tries alone.
                together.forEach(change -> commit(List.of(change)));
            } else {
                QueueUnavailableException unavailable = unavailable(e);
                together.forEach(change -> change.failed(unavailable));
            }
            return;
        } catch (QueueUnavailableException e) {
            together.forEach(change -> change.failed(e));
            return;
        }
        List<QueueChange> changes = new ArrayList<>();
        together.forEach(change -> changes.addAll(change.committed()));
        changes.forEach(observers::publish);
    }

    /** Asks the database, which must be well: what is done with the answer needs it. */
    public <T> T ask(Function<EntityManager, T> question) {
        requireHealthy();
        try {
            return units().read(question);
        } catch (StoreFailure e) {
            throw unavailable(e);
        }
    }

    /** The same without JPA. */
    public <T> T query(UnitsOfWork.SqlWork<T> question) {
        requireHealthy();
        try {
            return units().query(question);
        } catch (StoreFailure e) {
            throw unavailable(e);
        }
    }

    /** The end of the audit trail, of a queue that is well. */
    public AuditChain audit() {
        requireHealthy();
        return units().audit();
    }

    /** Shows what the database can still show; {@code otherwise} when it can show nothing any more. */
    public <T> T show(Function<EntityManager, T> question, T otherwise) {
        return shown(units -> units.read(question), otherwise);
    }

    /** The same without JPA. */
    public <T> T showRows(UnitsOfWork.SqlWork<T> question, T otherwise) {
        return shown(units -> units.query(question), otherwise);
    }

    private <T> T shown(Function<UnitsOfWork, T> question, T otherwise) {
        if (opened.units().isEmpty() || closed) {
            return otherwise;
        }
        try {
            return question.apply(units());
        } catch (StoreFailure e) {
            if (health instanceof QueueHealth.Healthy && !isFatal(e.fault())) {
                throw unavailable(e);
            }
            if (!closed) {
                fail(e);
            }
            return otherwise;
        }
    }

    private QueueUnavailableException unavailable(StoreFailure failure) {
        if (isFatal(failure.fault())) {
            return new QueueUnavailableException(fail(failure).reason(), failure);
        }
        LOG.error("A unit of work failed: {}", failure.getMessage(), failure);
        return new QueueUnavailableException(sentences.unavailable(), failure);
    }

    /** Whether the database cannot be trusted with the next transaction. */
    private static boolean isFatal(Fault fault) {
        return switch (fault) {
            case DISK_FULL, READ_ONLY, DAMAGED, CLOSED -> true;
            case OTHER_PROCESS, NEWER_FORMAT, WRONG_KEY, CONTENTION, OTHER -> false;
        };
    }

    private QueueHealth.Journaling fail(StoreFailure failure) {
        turn.lock();
        try {
            LOG.error("The queue failed: {}", failure.getMessage(), failure);
            if (health instanceof QueueHealth.Journaling already) {
                return already;
            }
            QueueHealth.Journaling journaling = new QueueHealth.Journaling(sentences.journaling(failure.fault()),
                    opened.journal().folder());
            health = journaling;
            observers.publish(new QueueChange.HealthChanged(journaling));
            return journaling;
        } finally {
            turn.unlock();
        }
    }

    private void requireHealthy() {
        switch (health) {
            case QueueHealth.Healthy healthy -> {
                if (closed) {
                    throw new QueueUnavailableException(sentences.closed(), null);
                }
            }
            case QueueHealth.Journaling journaling -> throw new QueueUnavailableException(journaling.reason(), null);
            case QueueHealth.Refused refused -> throw new QueueUnavailableException(refused.reason(), null);
        }
    }

    private UnitsOfWork units() {
        return opened.units().orElseThrow();
    }

    private QueueWrites writes() {
        return opened.writes().orElseThrow();
    }

    /** Waits for the change under way, closes everything in order, and releases the data last. */
    @Override
    public void close() {
        turn.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            opened.units().ifPresent(UnitsOfWork::close);
            opened.journal().close();
            opened.lock().ifPresent(Keeper::release);
        } finally {
            turn.unlock();
        }
    }

    private static void release(AutoCloseable lock) {
        try {
            lock.close();
        } catch (Exception e) {
            LOG.warn("The lock on the queue could not be released; it ends with this process", e);
        }
    }
}
