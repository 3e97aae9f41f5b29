/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.derby;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Logger;

import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;

/**
 * Keeps connections open between units of work: opening one costs as much as a commit. It grows to as many as are in
 * use at the same time. Safe for use by several threads.
 */
final class ConnectionPool implements DataSource {

    private final ConnectionPoolDataSource source;
    private final Deque<PooledLink> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    ConnectionPool(ConnectionPoolDataSource source) {
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (closed) {
            throw new SQLException("the queue is closed", "08003");
        }
        PooledLink link = idle.pollFirst();
        if (link == null) {
            // What lies idle shares the fate of a database that just failed.
            link = new PooledLink(source.getPooledConnection(), this::giveBack, this::discardIdle);
        }
        return link.lend();
    }

    private void giveBack(PooledLink link) {
        idle.addFirst(link);
        if (closed) {
            discardIdle();
        }
    }

    void close() {
        closed = true;
        discardIdle();
    }

    private void discardIdle() {
        for (PooledLink link = idle.pollFirst(); link != null; link = idle.pollFirst()) {
            link.discard();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("connections have no users here");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
