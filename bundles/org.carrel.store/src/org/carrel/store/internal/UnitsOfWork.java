/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceException;

import org.carrel.store.internal.audit.AuditChain;
import org.carrel.store.internal.derby.DerbyDatabase;
import org.carrel.store.internal.derby.Fault;
import org.carrel.store.internal.derby.StoreFailure;
import org.carrel.store.internal.journal.Uninterrupted;
import org.carrel.store.internal.rows.QueueUnit;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Runs units of work on the database: each has a short entity manager of its own. What fails because another unit was
 * in the way is run again. Safe for use by several threads.
 *
 * <p>
 * The work runs on threads of this object, out of reach of interrupts; see {@link Uninterrupted}.
 */
public final class UnitsOfWork implements AutoCloseable {

    private static final int ATTEMPTS = 4;

    /** Work on the database without JPA. */
    @FunctionalInterface
    public interface SqlWork<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DerbyDatabase database;
    private final AuditChain audit;
    private final EntityManagerFactory factory;
    private final ExecutorService writer;
    private final ExecutorService readers;

    /**
     * Takes over {@code database}: it is closed with this object. Its schema must be the newest.
     *
     * @param audit what units of work note in it is committed with them
     */
    public UnitsOfWork(DerbyDatabase database, AuditChain audit) {
        this.database = database;
        this.audit = audit;
        QueueUnit unit = new QueueUnit(database.connections(), database.folder().toAbsolutePath().toString());
        this.factory = new PersistenceProvider().createContainerEntityManagerFactory(unit, Map.of());
        // Without this, EclipseLink tries again for fifteen seconds before it tells that a database is gone.
        factory.unwrap(ServerSession.class).getLogin().setConnectionHealthValidatedOnError(false);
        Path folder = database.folder();
        this.writer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("carrel-store-writer " + folder.getFileName()).factory());
        this.readers = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("carrel-store-reader-", 1).factory());
    }

    /** @throws StoreFailure when it failed */
    public <T> T read(Function<EntityManager, T> work) {
        return run(readers, () -> {
            try (EntityManager manager = factory.createEntityManager()) {
                return work.apply(manager);
            }
        });
    }

    /** @throws StoreFailure when it failed */
    public <T> T query(SqlWork<T> work) {
        return run(readers, () -> {
            try (Connection connection = database.connections().getConnection()) {
                return work.on(connection);
            }
        });
    }

    /** Does {@code work} as a part of the unit of work that writes with {@code manager}. */
    public static <T> T within(EntityManager manager, SqlWork<T> work) {
        try {
            return work.on(manager.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    public AuditChain audit() {
        return audit;
    }

    /**
     * Commits what {@code work} does, one after the other.
     *
     * @throws StoreFailure when it failed; whether it was committed all the same is then not known
     */
    public <T> T write(Function<EntityManager, T> work) {
        return run(writer, () -> {
            try (EntityManager manager = factory.createEntityManager()) {
                EntityTransaction transaction = manager.getTransaction();
                transaction.begin();
                audit.begin();
                try {
                    T result = work.apply(manager);
                    if (audit.isDue()) {
                        audit.write(manager.unwrap(Connection.class));
                    }
                    transaction.commit();
                    audit.committed();
                    return result;
                } finally {
                    if (transaction.isActive()) {
                        transaction.rollback();
                    }
                }
            }
        });
    }

    private <T> T run(ExecutorService where, Callable<T> unit) {
        for (int attempt = 1;; attempt++) {
            try {
                return Uninterrupted.call(where, unit);
            } catch (ExecutionException e) {
                Fault fault = Fault.of(e.getCause(), database.folder());
                if (fault != Fault.CONTENTION || attempt == ATTEMPTS) {
                    throw new StoreFailure(fault, e.getCause());
                }
            } catch (RejectedExecutionException e) {
                throw new StoreFailure(Fault.CLOSED, e);
            }
        }
    }

    /** Lets what runs finish, and closes the database in order. */
    @Override
    public void close() {
        writer.shutdown();
        readers.shutdown();
        boolean interrupted = false;
        try {
            writer.awaitTermination(30, TimeUnit.SECONDS);
            readers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        try {
            factory.close();
        } finally {
            audit.close();
            database.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
