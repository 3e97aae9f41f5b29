/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.carrel.model.FollowUp;
import org.carrel.model.ItemBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.ToDo;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.UploadRun;

/**
 * The upload's side of a branch's queue. Safe for use by several threads; every change is committed when its method
 * returns; every method throws {@link QueueUnavailableException} when the store fails, and has changed nothing then.
 */
public interface UploadLedger {

    /** Every row that the next upload takes up ({@code TransactionState.isPending}), in order of sequence. */
    List<QueueEntry> pending();

    /** For those of {@code items} that have an uploaded transaction, the latest of them. */
    Map<ItemBarcode, Uploaded> latestUploaded(Collection<ItemBarcode> items);

    /**
     * A transaction that the library system has.
     *
     * @param occurredAt when it happened at the desk
     * @param id         decides what came later of what happened at the same moment
     */
    record Uploaded(Instant occurredAt, TransactionId id) {
        public Uploaded {
            Objects.requireNonNull(occurredAt, "occurredAt");
            Objects.requireNonNull(id, "id");
        }

        /** Whether {@code other} happened before this. */
        public boolean isAfter(Transaction other) {
            int order = occurredAt.compareTo(other.occurredAt());
            return order > 0 || order == 0 && id.compareTo(other.id()) > 0;
        }
    }

    /**
     * What an upload found out about a transaction.
     *
     * @param standing  where it stands now
     * @param followUps what goes on the to-do list
     */
    record Finding(TransactionId id, Standing standing, List<FollowUp> followUps) {
        public Finding {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(standing, "standing");
            followUps = List.copyOf(followUps);
        }
    }

    /**
     * Writes down findings, in their order and in one commit. Those whose row is gone, deleted at the desk, are passed
     * over.
     *
     * @return the transactions whose rows are there
     */
    Set<TransactionId> record(List<Finding> findings);

    /**
     * Writes down one finding.
     *
     * @return false when the row is gone; nothing was changed then
     */
    default boolean record(TransactionId id, Standing standing, List<FollowUp> followUps) {
        return !record(List.of(new Finding(id, standing, followUps))).isEmpty();
    }

    /**
     * Puts rows that failed, or whose communication failed, back to <i>Awaiting Sync</i>; others are left alone.
     *
     * @return how many were put back
     */
    int retry(Collection<TransactionId> ids);

    /** The to-do list: what is open first, each group with the newest first; at most {@code limit}. */
    List<ToDo> toDos(int limit);

    /** Ticks something off, or back on. */
    void setDone(long toDo, boolean done);

    /** Adds a run to the history, or replaces the one with the same start. */
    void record(UploadRun run);

    /** The newest runs first; at most {@code limit}. */
    List<UploadRun> runs(int limit);
}
