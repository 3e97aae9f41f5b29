/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.inventory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Gives the numbers of projects, sessions, reads, what is said of findings and what the library system is told. None is
 * given twice, neither after a restart nor after a deletion. Used by units of work that write, which run one at a time.
 */
final class Numbers {

    private static final String LAST = "SELECT NUMBER FROM INVENTORY_LAST WHERE WHAT = ?";
    private static final String FORGET = "DELETE FROM INVENTORY_LAST WHERE WHAT = ?";
    private static final String REMEMBER = "INSERT INTO INVENTORY_LAST (WHAT, NUMBER) VALUES (?, ?)";

    private final Map<Numbered, Long> last = new EnumMap<>(Numbered.class);

    /** What has numbers. */
    enum Numbered {
        PROJECT("SELECT MAX(NUMBER) FROM INVENTORY_PROJECT"), SESSION("SELECT MAX(NUMBER) FROM INVENTORY_SESSION"),
        READ("SELECT MAX(SEQUENCE) FROM INVENTORY_READ"), HANDLING("SELECT MAX(SEQUENCE) FROM INVENTORY_HANDLING"),
        WRITE_BACK("SELECT MAX(NUMBER) FROM WRITE_BACK");

        private final String greatest;

        Numbered(String greatest) {
            this.greatest = greatest;
        }
    }

    /** What was given to a unit that failed is not given again: nobody knows whether it was committed all the same. */
    long next(Connection connection, Numbered what) throws SQLException {
        long next = last(connection, what) + 1;
        last.put(what, next);
        return next;
    }

    /** Before something is deleted: keeps where the numbers end on the disk, too. */
    void remember(Connection connection) throws SQLException {
        for (Numbered what : Numbered.values()) {
            long number = last(connection, what);
            try (PreparedStatement delete = connection.prepareStatement(FORGET);
                    PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
                delete.setString(1, what.name());
                delete.executeUpdate();
                insert.setString(1, what.name());
                insert.setLong(2, number);
                insert.executeUpdate();
            }
        }
    }

    private long last(Connection connection, Numbered what) throws SQLException {
        Long known = last.get(what);
        if (known == null) {
            known = Math.max(greatest(connection, what), remembered(connection, what));
            last.put(what, known);
        }
        return known;
    }

    /** 0 when there is none. */
    private static long greatest(Connection connection, Numbered what) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(what.greatest);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long remembered(Connection connection, Numbered what) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, what.name());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
