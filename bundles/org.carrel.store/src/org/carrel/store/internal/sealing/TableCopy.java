/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

import org.carrel.store.internal.derby.DerbyDatabase;

/** Copies every table of a database into another one that has the same tables, and compares the two row by row. */
final class TableCopy {

    private static final int BATCH = 500;
    private static final int ROWS_A_COMMIT = 5_000;

    private final DerbyDatabase from;

    TableCopy(DerbyDatabase from) {
        this.from = from;
    }

    /** Replaces what is in the tables of {@code to}; gives the number of rows. */
    long into(DerbyDatabase to) throws SQLException {
        long rows = 0;
        try (Connection source = from.connections().getConnection();
                Connection target = to.connections().getConnection()) {
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            for (Table table : tables(source)) {
                rows += copy(table, source, target);
            }
            target.commit();
            source.rollback();
        }
        return rows;
    }

    /**
     * Whether every row of every table is in {@code to}, in the same words, and nothing else is. Each side is read from
     * its own disk.
     */
    boolean isIn(DerbyDatabase to) throws SQLException {
        try (Connection source = from.connections().getConnection();
                Connection target = to.connections().getConnection()) {
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            boolean same = tables(source).equals(tables(target));
            for (Table table : same ? tables(source) : List.<Table>of()) {
                same &= isSame(table, source, target);
            }
            source.rollback();
            target.rollback();
            return same;
        }
    }

    private static long copy(Table table, Connection source, Connection target) throws SQLException {
        try (Statement empty = target.createStatement()) {
            empty.executeUpdate("DELETE FROM " + table.name());
        }
        long copied = 0;
        try (Statement select = source.createStatement();
                ResultSet rows = select.executeQuery(table.inOrder());
                PreparedStatement insert = target.prepareStatement(table.insert())) {
            while (rows.next()) {
                for (int column = 1; column <= table.columns().size(); column++) {
                    insert.setObject(column, rows.getObject(column));
                }
                insert.addBatch();
                copied++;
                if (copied % BATCH == 0) {
                    insert.executeBatch();
                }
                if (copied % ROWS_A_COMMIT == 0) {
                    target.commit();
                }
            }
            insert.executeBatch();
        }
        target.commit();
        return copied;
    }

    private static boolean isSame(Table table, Connection source, Connection target) throws SQLException {
        try (Statement one = source.createStatement();
                Statement other = target.createStatement();
                ResultSet old = one.executeQuery(table.inOrder());
                ResultSet fresh = other.executeQuery(table.inOrder())) {
            while (old.next()) {
                if (!fresh.next() || !MessageDigest.isEqual(hash(old), hash(fresh))) {
                    return false;
                }
            }
            return !fresh.next();
        }
    }

    /** Of every column with its length, so that no two different rows read the same. */
    private static byte[] hash(ResultSet row) throws SQLException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                Object value = row.getObject(column);
                byte[] bytes = value instanceof byte[] raw ? raw
                        : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(5).put((byte) (value == null ? 0 : 1)).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A table, with its columns and those of its primary key, each in order. */
    private record Table(String name, List<String> columns, List<String> key) {

        String inOrder() {
            return "SELECT " + String.join(", ", columns) + " FROM " + name
                    + (key.isEmpty() ? "" : " ORDER BY " + String.join(", ", key));
        }

        String insert() {
            return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        }
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        List<Table> tables = new ArrayList<>();
        for (String name : names(about.getTables(null, null, "%", new String[] { "TABLE" }), "TABLE_NAME")) {
            TreeMap<Integer, String> key = new TreeMap<>();
            try (ResultSet parts = about.getPrimaryKeys(null, null, name)) {
                while (parts.next()) {
                    key.put(parts.getInt("KEY_SEQ"), parts.getString("COLUMN_NAME"));
                }
            }
            tables.add(new Table(name, names(about.getColumns(null, null, name, "%"), "COLUMN_NAME"),
                    List.copyOf(key.values())));
        }
        return tables;
    }

    private static List<String> names(ResultSet found, String column) throws SQLException {
        try (found) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(column));
            }
            return names;
        }
    }
}
