/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.derby;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;

/**
 * One connection of a pool, with the statements that are kept for it. While it is lent, one thread uses it; what it
 * lends is closed by giving it back.
 */
final class PooledLink implements KeptStatements, InvocationHandler, ConnectionEventListener {

    private final PooledConnection pooled;
    private final Consumer<PooledLink> giveBack;
    private final Runnable broke;
    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private volatile boolean broken;
    private boolean lent;

    /**
     * @param giveBack hears when it can be lent again
     * @param broke    hears when the connection is beyond use; it is not given back then
     */
    PooledLink(PooledConnection pooled, Consumer<PooledLink> giveBack, Runnable broke) throws SQLException {
        this.pooled = pooled;
        this.giveBack = giveBack;
        this.broke = broke;
        this.connection = pooled.getConnection();
        pooled.addConnectionEventListener(this);
    }

    Connection lend() {
        lent = true;
        return (Connection) Proxy.newProxyInstance(PooledLink.class.getClassLoader(),
                new Class<?>[] { Connection.class }, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close" -> {
                end();
                yield null;
            }
            case "isClosed" -> !lent || connection.isClosed();
            case "unwrap" -> arguments[0] == KeptStatements.class ? this
                    : connection.unwrap((Class<?>) arguments[0]);
            case "isWrapperFor" -> arguments[0] == KeptStatements.class
                    || connection.isWrapperFor((Class<?>) arguments[0]);
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> {
                try {
                    yield method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        };
    }

    @Override
    public PreparedStatement kept(String sql) throws SQLException {
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    /** As a fresh connection is: nothing under way, each statement by itself. One that is beyond that is not reused. */
    private void end() throws SQLException {
        if (!lent) {
            return;
        }
        lent = false;
        if (broken || connection.isClosed()) {
            return;
        }
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.clearWarnings();
        } catch (SQLException e) {
            discard();
            throw e;
        }
        giveBack.accept(this);
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        broken = true;
        pooled.removeConnectionEventListener(this);
        broke.run();
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        // It is closed by discard only; being given back is another thing.
    }

    /** Closes it for good. */
    void discard() {
        pooled.removeConnectionEventListener(this);
        kept.clear();
        try {
            pooled.close();
        } catch (SQLException e) {
            // A connection that cannot be closed belongs to a database that is gone: there is nothing to keep.
            return;
        }
    }
}
