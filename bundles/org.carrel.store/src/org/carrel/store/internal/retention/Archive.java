/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.EntityManager;

import org.carrel.model.Origin;
import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionState;
import org.carrel.model.port.AuditTrail.Deed;
import org.carrel.store.internal.audit.AuditChain;
import org.carrel.store.internal.rows.ArchivedRow;
import org.carrel.store.internal.rows.DeletedRow;
import org.carrel.store.internal.rows.Moments;
import org.carrel.store.internal.rows.QueueRow;

/** What time does to transactions that are done with, as units of work of a few rows each. */
public final class Archive {

    /** So few that a scan that waits for its turn does not notice. */
    static final int ROWS_A_COMMIT = 25;

    private static final int MOST_AT_ONCE = 10_000;

    private static final List<String> DONE_WITH = List.of(TransactionState.UPLOADED.name(),
            TransactionState.SUPERSEDED.name());

    private Archive() {}

    /**
     * The sequences of rows of the queue that stand where they stand since before {@code moment}. Asked of the index on
     * when they happened, and not sorted: what happened later cannot have been uploaded earlier, so only old rows are
     * looked at, and no copy of the table is made.
     */
    static List<Long> due(Connection connection, Instant moment) throws SQLException {
        return sequences(connection, "SELECT SEQUENCE FROM TRANSACTION_QUEUE --DERBY-PROPERTIES"
                + " index=TRANSACTION_QUEUE_OCCURRED\n WHERE OCCURRED_AT < ? AND CHANGED_AT < ? AND STATE IN ('"
                + String.join("', '", DONE_WITH) + "')", moment);
    }

    /** The same of archived rows, to be forgotten. */
    static List<Long> forgettable(Connection connection, Instant moment) throws SQLException {
        return sequences(connection, "SELECT SEQUENCE FROM ARCHIVED_TRANSACTION --DERBY-PROPERTIES"
                + " index=ARCHIVED_TRANSACTION_OCCURRED\n WHERE OCCURRED_AT < ? AND CHANGED_AT < ?", moment);
    }

    private static List<Long> sequences(Connection connection, String sql, Instant moment) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(sql)) {
            question.setString(1, Moments.text(moment));
            question.setString(2, Moments.text(moment));
            question.setMaxRows(MOST_AT_ONCE);
            List<Long> found = new ArrayList<>();
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }

    /**
     * Moves those of the rows to the archive, without their patrons, that still are done with.
     *
     * @return the rows that are gone from the queue
     */
    static List<QueueEntry> archive(EntityManager manager, AuditChain audit, List<Long> sequences, Instant now) {
        List<QueueEntry> gone = new ArrayList<>(sequences.size());
        for (long sequence : sequences) {
            QueueRow row = manager.find(QueueRow.class, sequence);
            if (row != null && DONE_WITH.contains(row.state().name())) {
                gone.add(row.toEntry());
                manager.persist(new ArchivedRow(row, now));
                manager.remove(row);
                audit.note(Deed.ARCHIVED, row.id());
            }
        }
        toDos(manager, gone.stream().map(entry -> entry.id().toString()).toList(), " AND t.doneAt IS NOT NULL");
        return gone;
    }

    /** Forgets archived rows: only their numbers are kept, so that none of them comes back from an old file. */
    static int forget(EntityManager manager, AuditChain audit, List<Long> sequences, Instant now) {
        List<String> ids = new ArrayList<>(sequences.size());
        for (long sequence : sequences) {
            ArchivedRow row = manager.find(ArchivedRow.class, sequence);
            if (row != null) {
                manager.persist(new DeletedRow(row, now, new Origin("", "")));
                manager.remove(row);
                ids.add(row.id());
                audit.note(Deed.FORGOTTEN, row.id());
            }
        }
        toDos(manager, ids, "");
        return sequences.size();
    }

    private static void toDos(EntityManager manager, List<String> ids, String which) {
        if (!ids.isEmpty()) {
            manager.createQuery("DELETE FROM ToDoRow t WHERE t.transaction IN :ids" + which).setParameter("ids", ids)
                    .executeUpdate();
        }
    }
}
