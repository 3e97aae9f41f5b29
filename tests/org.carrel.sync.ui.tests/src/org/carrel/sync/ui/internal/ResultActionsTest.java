/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import static org.carrel.sync.ui.internal.Examples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.ToDo;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.UploadRun;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.TransactionQueue;
import org.carrel.model.port.UploadLedger;
import org.carrel.sync.NextStep;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the desk does with results")
class ResultActionsTest {

    private static final Results.Row FAILED = row(
            Examples.failed(1, Examples.checkOut("P001", "I001", NOON), Problem.Kind.UNKNOWN_PATRON));
    private static final Results.Row UNANSWERED = row(
            Examples.unanswered(2, Examples.checkOut("P002", "I002", NOON)));
    private static final Results.Row UPLOADED = row(
            Examples.uploaded(3, Examples.checkIn("I003", NOON), Optional.empty()));
    private static final Results.Row ON_ITS_WAY = row(onItsWay());

    private final Queue queue = new Queue();
    private final Ledger ledger = new Ledger();
    private final ResultActions actions = new ResultActions(queue, ledger);

    @Test
    void retry_puts_back_what_failed_and_leaves_the_rest_alone() {
        assertEquals("2 transactions await the next upload.",
                actions.retry(List.of(FAILED, UNANSWERED, UPLOADED, ON_ITS_WAY)));
        assertEquals(List.of(FAILED.entry().id(), UNANSWERED.entry().id()), ledger.retried);
    }

    @Test
    void retry_says_how_many_the_store_really_put_back() {
        ledger.gone = 1;
        assertEquals("No transaction was put back for the next upload.",
                actions.retry(List.of(FAILED)));
    }

    @Test
    void delete_never_takes_what_is_on_its_way() {
        assertEquals("2 transactions were deleted.",
                actions.delete(List.of(FAILED, UPLOADED, ON_ITS_WAY), Examples.DESK));
        assertEquals(List.of(FAILED.entry().id(), UPLOADED.entry().id()), queue.deleted);
        assertEquals(Examples.DESK, queue.by);
    }

    @Test
    void a_correction_takes_the_place_of_what_failed() {
        Transaction corrected = Examples.checkOut("P009", "I001", NOON);
        assertEquals(Optional.empty(), actions.correct(FAILED, corrected));
        assertEquals(Map.of(FAILED.entry().id(), corrected), queue.corrected);
    }

    @Test
    void a_correction_of_what_is_gone_meanwhile_says_so() {
        queue.refuses = true;
        String sentence = actions.correct(FAILED, Examples.checkOut("P009", "I001", NOON)).orElseThrow();
        assertTrue(sentence.contains("Nothing was changed"), sentence);
    }

    @Test
    void a_store_that_fails_is_heard_of() {
        queue.broken = true;
        assertThrows(QueueUnavailableException.class, () -> actions.delete(List.of(FAILED), Examples.DESK));
    }

    private static Results.Row row(QueueEntry entry) {
        return new Results.Row(entry, NextStep.of(entry));
    }

    private static QueueEntry onItsWay() {
        Transaction transaction = Examples.checkIn("I004", NOON);
        return new QueueEntry(4, transaction, Standing.awaitingSync(NOON).inFlight(NOON));
    }

    private static final class Queue implements TransactionQueue {
        private final List<TransactionId> deleted = new ArrayList<>();
        private final Map<TransactionId, Transaction> corrected = new HashMap<>();
        private Origin by;
        private boolean refuses;
        private boolean broken;

        @Override
        public Acknowledgement add(List<? extends Transaction> transactions) {
            throw new UnsupportedOperationException("nothing is recorded here");
        }

        @Override
        public List<TransactionId> delete(Collection<TransactionId> ids, Origin who) {
            if (broken) {
                throw new QueueUnavailableException("The disk is full.", null);
            }
            by = who;
            deleted.addAll(ids);
            return List.copyOf(ids);
        }

        @Override
        public boolean correct(TransactionId failed, Transaction other) {
            return !refuses && corrected.put(failed, other) == null;
        }

        @Override
        public QueueHealth health() {
            return new QueueHealth.Healthy();
        }
    }

    private static final class Ledger implements UploadLedger {
        private final List<TransactionId> retried = new ArrayList<>();
        private int gone;

        @Override
        public int retry(Collection<TransactionId> ids) {
            retried.addAll(ids);
            return ids.size() - gone;
        }

        @Override
        public List<QueueEntry> pending() {
            throw new UnsupportedOperationException("nothing is uploaded here");
        }

        @Override
        public Map<ItemBarcode, Uploaded> latestUploaded(Collection<ItemBarcode> items) {
            throw new UnsupportedOperationException("nothing is uploaded here");
        }

        @Override
        public Set<TransactionId> record(List<Finding> findings) {
            throw new UnsupportedOperationException("nothing is uploaded here");
        }

        @Override
        public List<ToDo> toDos(int limit) {
            throw new UnsupportedOperationException("not asked here");
        }

        @Override
        public void setDone(long toDo, boolean done) {
            throw new UnsupportedOperationException("not asked here");
        }

        @Override
        public void record(UploadRun run) {
            throw new UnsupportedOperationException("nothing is uploaded here");
        }

        @Override
        public List<UploadRun> runs(int limit) {
            throw new UnsupportedOperationException("not asked here");
        }
    }
}
