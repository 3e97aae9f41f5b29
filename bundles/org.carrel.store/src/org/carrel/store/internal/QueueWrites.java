/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import org.carrel.model.FollowUp;
import org.carrel.model.Origin;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.port.AuditTrail.Deed;
import org.carrel.model.port.UploadLedger.Finding;
import org.carrel.store.internal.audit.AuditChain;
import org.carrel.store.internal.rows.DeletedRow;
import org.carrel.store.internal.rows.NewRows;
import org.carrel.store.internal.rows.QueueRow;
import org.carrel.store.internal.rows.RunRow;
import org.carrel.store.internal.rows.ToDoRow;

/**
 * What can be changed in the database, as units of work that run one at a time. It numbers rows itself, from where the
 * database ends: nobody else writes, and a number that was given out is not given out again, committed or not.
 */
public final class QueueWrites {

    /** The rows of what was given, in that order, and those of them that are new. */
    public record Added(List<QueueEntry> all, List<QueueEntry> fresh) {}

    /** A failed row that is gone, and the one that took its place. */
    public record Corrected(QueueEntry gone, QueueEntry fresh) {}

    private final Clock clock;
    private final AuditChain audit;
    private long lastSequence;
    private long lastToDo;
    private String greatestId = "";

    /**
     * Reads where the numbers end.
     *
     * @param audit hears of every change, within its unit of work
     */
    public QueueWrites(EntityManager manager, Clock clock, AuditChain audit) {
        this.clock = clock;
        this.audit = audit;
        for (String entity : List.of("QueueRow", "DeletedRow", "ArchivedRow")) {
            this.lastSequence = Math.max(lastSequence, QueueReads.greatest(manager, "sequence", entity));
            this.greatestId = greater(greatestId, QueueReads.greatestId(manager, entity));
        }
        this.lastToDo = QueueReads.greatest(manager, "number", "ToDoRow");
    }

    /** See {@code TransactionQueue.add}; what was deleted once is passed over. */
    public Added add(EntityManager manager, List<? extends Transaction> transactions) {
        Map<String, Transaction> given = new LinkedHashMap<>();
        transactions.forEach(transaction -> given.putIfAbsent(transaction.id().toString(), transaction));
        // Ids grow with time, so that a scan's id is beyond all that were ever here, and nothing needs to be looked up.
        Set<String> doubtful = given.keySet().stream().filter(id -> id.compareTo(greatestId) <= 0)
                .collect(Collectors.toSet());
        Map<String, QueueRow> present = QueueReads.rows(manager, doubtful);
        Set<String> deleted = QueueReads.gone(manager, doubtful);
        Map<String, QueueEntry> entries = new LinkedHashMap<>();
        List<QueueRow> fresh = new ArrayList<>();
        Instant now = clock.instant();
        given.forEach((id, transaction) -> {
            if (present.containsKey(id)) {
                entries.put(id, present.get(id).toEntry());
            } else if (!deleted.contains(id)) {
                fresh.add(fresh(transaction, now));
                entries.put(id, fresh.getLast().toEntry());
            }
        });
        insert(manager, fresh);
        List<QueueEntry> all = transactions.stream().map(transaction -> entries.get(transaction.id().toString()))
                .filter(Objects::nonNull).toList();
        return new Added(all, fresh.stream().map(row -> entries.get(row.id())).toList());
    }

    /** See {@code TransactionQueue.delete}. */
    public List<QueueEntry> delete(EntityManager manager, Collection<TransactionId> ids, Origin by) {
        List<QueueEntry> gone = new ArrayList<>();
        Instant now = clock.instant();
        Map<String, QueueRow> rows = QueueReads.rows(manager, texts(ids));
        for (QueueRow row : rows.values()) {
            if (row.state() != TransactionState.IN_FLIGHT) {
                gone.add(row.toEntry());
                audit.note(Deed.DELETED, by, now, gone.getLast().transaction(), row.state().name());
                remove(manager, row, now, by, Optional.empty());
            }
        }
        return gone;
    }

    /** See {@code TransactionQueue.correct}; empty when nothing was changed. */
    public Optional<Corrected> correct(EntityManager manager, TransactionId failed, Transaction corrected) {
        Optional<QueueRow> row = QueueReads.row(manager, failed)
                .filter(found -> found.state() == TransactionState.UPLOAD_FAILED);
        if (row.isEmpty() || isKnown(manager, corrected.id())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        QueueEntry gone = row.get().toEntry();
        audit.note(Deed.CORRECTED, corrected.origin(), now, gone.transaction(), corrected.id().toString());
        remove(manager, row.get(), now, corrected.origin(), Optional.of(corrected.id()));
        QueueRow fresh = fresh(corrected, now);
        insert(manager, List.of(fresh));
        return Optional.of(new Corrected(gone, fresh.toEntry()));
    }

    /** See {@code UploadLedger.record}; gives the rows that are there, as they stand afterwards. */
    public Map<TransactionId, QueueEntry> record(EntityManager manager, List<Finding> findings) {
        Map<TransactionId, QueueEntry> rows = new LinkedHashMap<>();
        for (Finding finding : findings) {
            QueueReads.row(manager, finding.id()).ifPresent(row -> {
                row.stand(finding.standing());
                deed(finding.standing().state()).ifPresent(deed -> audit.note(deed, row.id()));
                for (FollowUp followUp : finding.followUps()) {
                    manager.persist(new ToDoRow(++lastToDo, row, followUp, finding.standing().changedAt()));
                }
                rows.put(finding.id(), row.toEntry());
            });
        }
        return rows;
    }

    /** See {@code UploadLedger.retry}. */
    public List<QueueEntry> retry(EntityManager manager, Collection<TransactionId> ids) {
        List<QueueEntry> back = new ArrayList<>();
        Instant now = clock.instant();
        for (QueueRow row : QueueReads.rows(manager, texts(ids)).values()) {
            if (row.state() == TransactionState.UPLOAD_FAILED || row.state() == TransactionState.COMMS_FAILURE) {
                Standing before = row.standing();
                // What is not known about an earlier request stays not known: the next upload must still reconcile.
                row.stand(new Standing(TransactionState.AWAITING_SYNC, before.attempts(), now,
                        before.outcomeUnknown(), false, Optional.empty(), Optional.empty(), ""));
                back.add(row.toEntry());
                audit.note(Deed.PUT_BACK, row.id());
            }
        }
        return back;
    }

    /** See {@code UploadLedger.setDone}; false when there was nothing to change. */
    public boolean setDone(EntityManager manager, long number, boolean done) {
        ToDoRow row = manager.find(ToDoRow.class, number);
        if (row == null || row.isDone() == done) {
            return false;
        }
        row.doneAt(done ? Optional.of(clock.instant()) : Optional.empty());
        return true;
    }

    /** See {@code UploadLedger.record}. */
    public Void record(EntityManager manager, UploadRun run) {
        manager.merge(new RunRow(run));
        return null;
    }

    /** What the trail says of an outcome; what is under way or failed to get through is no deed. */
    private static Optional<Deed> deed(TransactionState state) {
        return switch (state) {
            case UPLOADED -> Optional.of(Deed.UPLOADED);
            case UPLOAD_FAILED -> Optional.of(Deed.UPLOAD_FAILED);
            case SUPERSEDED -> Optional.of(Deed.SUPERSEDED);
            case AWAITING_SYNC, IN_FLIGHT, COMMS_FAILURE -> Optional.empty();
        };
    }

    /** See {@code AuditTrail.note}. */
    public Void note(Deed deed, Origin by, String detail) {
        audit.note(deed, by, detail);
        return null;
    }

    private QueueRow fresh(Transaction transaction, Instant now) {
        QueueRow row = new QueueRow(++lastSequence, transaction, Standing.awaitingSync(now));
        greatestId = greater(greatestId, row.id());
        audit.note(Deed.RECORDED, transaction.origin(), now, transaction, "");
        return row;
    }

    private static void insert(EntityManager manager, List<QueueRow> rows) {
        if (!rows.isEmpty()) {
            UnitsOfWork.within(manager, connection -> {
                NewRows.insert(connection, rows);
                return null;
            });
        }
    }

    private static void remove(EntityManager manager, QueueRow row, Instant at, Origin by,
            Optional<TransactionId> replacement) {
        manager.persist(new DeletedRow(row, at, by, replacement));
        manager.remove(row);
    }

    /** Text order of ids is their order: hex digits, most significant first. */
    private static String greater(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static boolean isKnown(EntityManager manager, TransactionId id) {
        return QueueReads.row(manager, id).isPresent()
                || !QueueReads.gone(manager, List.of(id.toString())).isEmpty();
    }

    private static List<String> texts(Collection<TransactionId> ids) {
        return ids.stream().map(TransactionId::toString).distinct().toList();
    }
}
