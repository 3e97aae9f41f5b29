/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.inventory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.WriteBackLedger.Change;
import org.carrel.store.internal.derby.KeptStatements;
import org.carrel.store.internal.rows.Columns;
import org.carrel.store.internal.rows.Moments;

/** The rows of what the library system is told, in the words of SQL. */
final class WriteBackTables {

    private static final String THERE = "SELECT NUMBER FROM WRITE_BACK WHERE PROJECT = ? AND ITEM = ?";
    private static final String NEW = "INSERT INTO WRITE_BACK (NUMBER, PROJECT, ITEM, STATE, ATTEMPTS, CHANGED_AT,"
            + " DETAIL) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String ENTRIES = "SELECT NUMBER, ITEM, STATE, ATTEMPTS, CHANGED_AT, DETAIL FROM WRITE_BACK"
            + " WHERE PROJECT = ? ORDER BY NUMBER";
    private static final String CHANGE = "UPDATE WRITE_BACK SET STATE = ?, ATTEMPTS = ATTEMPTS + ?, CHANGED_AT = ?,"
            + " DETAIL = ? WHERE NUMBER = ? AND STATE = ?";

    private WriteBackTables() {}

    static boolean isThere(Connection connection, long project, ItemBarcode item) throws SQLException {
        PreparedStatement select = connection.unwrap(KeptStatements.class).kept(THERE);
        select.setLong(1, project);
        select.setString(2, item.value());
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    static void add(Connection connection, WriteBackEntry entry) throws SQLException {
        PreparedStatement insert = connection.unwrap(KeptStatements.class).kept(NEW);
        insert.setLong(1, entry.number());
        insert.setLong(2, entry.project());
        insert.setString(3, entry.item().value());
        insert.setString(4, entry.state().name());
        insert.setInt(5, entry.attempts());
        insert.setString(6, Moments.text(entry.changedAt()));
        insert.setString(7, Columns.fit(entry.detail(), WriteBackEntry.LONGEST_DETAIL));
        insert.executeUpdate();
    }

    static List<WriteBackEntry> entries(Connection connection, long project) throws SQLException {
        List<WriteBackEntry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setLong(1, project);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new WriteBackEntry(row.getLong(1), project, new ItemBarcode(row.getString(2)),
                            State.valueOf(row.getString(3)), row.getInt(4), Moments.parse(row.getString(5)),
                            row.getString(6)));
                }
            }
        }
        return entries;
    }

    /** Whether the entry stood where it had to. */
    static boolean change(Connection connection, Change change, Instant at) throws SQLException {
        PreparedStatement update = connection.unwrap(KeptStatements.class).kept(CHANGE);
        update.setString(1, change.to().name());
        update.setInt(2, change.to() == State.IN_FLIGHT ? 1 : 0);
        update.setString(3, Moments.text(at));
        update.setString(4, Columns.fit(change.detail(), WriteBackEntry.LONGEST_DETAIL));
        update.setLong(5, change.number());
        update.setString(6, change.from().name());
        return update.executeUpdate() == 1;
    }
}
