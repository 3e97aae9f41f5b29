/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

import org.carrel.store.internal.derby.KeptStatements;

/** The tables of the trail, by plain JDBC: one batch for the lines of a commit, and one change of the head. */
final class AuditTable {

    private static final String COLUMNS = "SEQUENCE, MADE_AT, WORKSTATION, OPERATOR, DEED, TRANSACTION_ID, PATRON,"
            + " DETAIL, KEYED, PREVIOUS, HASH";
    private static final String INSERT = "INSERT INTO AUDIT (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String IN_ORDER = "SELECT " + COLUMNS + " FROM AUDIT WHERE SEQUENCE > ? ORDER BY SEQUENCE";
    private static final String LAST = "SELECT " + COLUMNS
            + " FROM AUDIT WHERE SEQUENCE = (SELECT MAX(SEQUENCE) FROM AUDIT)";
    private static final String HEAD = "SELECT SEQUENCE, KEYED, HASH, SEAL FROM AUDIT_HEAD WHERE NUMBER = 1";
    private static final String MOVE_HEAD = "UPDATE AUDIT_HEAD SET SEQUENCE = ?, KEYED = ?, HASH = ?, SEAL = ?"
            + " WHERE NUMBER = 1";
    private static final String FIRST_HEAD = "INSERT INTO AUDIT_HEAD (SEQUENCE, KEYED, HASH, SEAL, NUMBER)"
            + " VALUES (?, ?, ?, ?, 1)";

    /**
     * Where the trail ends.
     *
     * @param hash of the last line
     * @param seal of this head
     */
    record Head(long sequence, boolean keyed, byte[] hash, byte[] seal) {}

    /** Takes the lines, in order. */
    @FunctionalInterface
    interface Reader {
        void read(AuditRow row);
    }

    private AuditTable() {}

    static void add(Connection connection, List<AuditRow> rows) throws SQLException {
        PreparedStatement insert = connection.unwrap(KeptStatements.class).kept(INSERT);
        insert.clearBatch();
        for (AuditRow row : rows) {
            insert.setLong(1, row.sequence());
            insert.setString(2, row.at());
            insert.setString(3, row.workstation());
            insert.setString(4, row.operator());
            insert.setString(5, row.deed());
            insert.setString(6, row.transaction().isEmpty() ? null : row.transaction());
            insert.setString(7, row.patron());
            insert.setString(8, row.detail());
            insert.setBoolean(9, row.keyed());
            insert.setBytes(10, row.previous());
            insert.setBytes(11, row.hash());
            if (rows.size() == 1) {
                insert.executeUpdate();
            } else {
                insert.addBatch();
            }
        }
        if (rows.size() > 1) {
            insert.executeBatch();
        }
    }

    static void setHead(Connection connection, Head head) throws SQLException {
        if (put(connection, MOVE_HEAD, head) == 0) {
            put(connection, FIRST_HEAD, head);
        }
    }

    private static int put(Connection connection, String sql, Head head) throws SQLException {
        PreparedStatement statement = connection.unwrap(KeptStatements.class).kept(sql);
        statement.setLong(1, head.sequence());
        statement.setBoolean(2, head.keyed());
        statement.setBytes(3, head.hash());
        statement.setBytes(4, head.seal());
        return statement.executeUpdate();
    }

    static Optional<Head> head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(HEAD)) {
            return row.next()
                    ? Optional.of(new Head(row.getLong(1), row.getBoolean(2), row.getBytes(3), row.getBytes(4)))
                    : Optional.empty();
        }
    }

    static Optional<AuditRow> last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(LAST)) {
            return row.next() ? Optional.of(row(row)) : Optional.empty();
        }
    }

    /** The lines behind {@code sequence}. */
    static void read(Connection connection, long sequence, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IN_ORDER)) {
            statement.setLong(1, sequence);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(row(rows));
                }
            }
        }
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                Optional.ofNullable(row.getString(6)).orElse(""), row.getString(7), row.getString(8),
                row.getBoolean(9), row.getBytes(10), row.getBytes(11));
    }
}
