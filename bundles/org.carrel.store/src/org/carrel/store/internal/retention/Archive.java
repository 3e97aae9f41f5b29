/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.retention;

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

    private static final List<String> DONE_WITH = List.of(TransactionState.UPLOADED.name(),
            TransactionState.SUPERSEDED.name());

    private Archive() {}

    /**
     * Moves rows that stand where they stand since before {@code moment} to the archive, without their patrons.
     *
     * @return the rows that are gone from the queue
     */
    static List<QueueEntry> archive(EntityManager manager, AuditChain audit, Instant moment, Instant now) {
        // What happened later cannot have been uploaded earlier: the index on that finds the few that are old.
        List<QueueRow> rows = manager.createQuery("SELECT r FROM QueueRow r WHERE r.occurredAt < :moment"
                + " AND r.changedAt < :moment AND r.state IN :states ORDER BY r.occurredAt, r.sequence",
                QueueRow.class).setParameter("moment", Moments.text(moment)).setParameter("states", DONE_WITH)
                .setMaxResults(ROWS_A_COMMIT).getResultList();
        List<QueueEntry> gone = new ArrayList<>(rows.size());
        for (QueueRow row : rows) {
            gone.add(row.toEntry());
            manager.persist(new ArchivedRow(row, now));
            manager.remove(row);
            toDos(manager, row.id(), " AND t.doneAt IS NOT NULL");
            audit.note(Deed.ARCHIVED, row.id());
        }
        return gone;
    }

    /**
     * Forgets archived rows that stood where they stood before {@code moment}: only their numbers are kept, so that
     * none of them comes back from an old file.
     *
     * @return how many
     */
    static int forget(EntityManager manager, AuditChain audit, Instant moment, Instant now) {
        List<ArchivedRow> rows = manager.createQuery("SELECT a FROM ArchivedRow a WHERE a.occurredAt < :moment"
                + " AND a.changedAt < :moment ORDER BY a.occurredAt, a.sequence", ArchivedRow.class)
                .setParameter("moment", Moments.text(moment)).setMaxResults(ROWS_A_COMMIT).getResultList();
        for (ArchivedRow row : rows) {
            manager.persist(new DeletedRow(row, now, new Origin("", "")));
            manager.remove(row);
            toDos(manager, row.id(), "");
            audit.note(Deed.FORGOTTEN, row.id());
        }
        return rows.size();
    }

    private static void toDos(EntityManager manager, String id, String which) {
        manager.createQuery("DELETE FROM ToDoRow t WHERE t.transaction = :id" + which).setParameter("id", id)
                .executeUpdate();
    }
}
