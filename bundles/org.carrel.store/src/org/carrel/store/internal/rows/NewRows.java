/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.carrel.store.internal.derby.KeptStatements;

/**
 * Puts new rows into the queue by plain JDBC, with a statement that stays prepared: this is what a scan waits for, and
 * persisting one row through JPA costs more than the database takes to write it.
 */
public final class NewRows {

    private static final String INSERT = "INSERT INTO TRANSACTION_QUEUE (SEQUENCE, ID, KIND, PATRON, ITEM, DUE_AT,"
            + " OCCURRED_AT, WORKSTATION, OPERATOR, STATE, ATTEMPTS, CHANGED_AT, OUTCOME_UNKNOWN, ALREADY_APPLIED,"
            + " SERVER_DUE_AT, PROBLEM_KIND, PROBLEM_TYPE, PROBLEM_DETAIL, DETAIL)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private NewRows() {}

    /** All of them or, when it throws, none that will be committed. */
    public static void insert(Connection connection, List<QueueRow> rows) throws SQLException {
        PreparedStatement insert = connection.unwrap(KeptStatements.class).kept(INSERT);
        if (rows.size() == 1) {
            rows.getFirst().bind(insert);
            insert.executeUpdate();
            return;
        }
        insert.clearBatch();
        for (QueueRow row : rows) {
            row.bind(insert);
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
