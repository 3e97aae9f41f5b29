/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.carrel.model.FollowUp;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;

/** What came of sending one row, with as many tries as patience allows. */
sealed interface Delivery {

    /**
     * The library system is as the row wants it, and the row is in flight until somebody says so in the ledger.
     *
     * @param already whether it was so before this request
     */
    record Taken(QueueEntry row, Optional<Instant> dueAt, List<FollowUp> followUps, boolean already)
            implements Delivery {}

    /**
     * The library system refused it, and the row is in flight until somebody says in the ledger what that means.
     *
     * @param row whether its outcome was unknown before this request is in its standing
     */
    record Refused(QueueEntry row, Problem problem) implements Delivery {

        boolean becauseItemIsOut() {
            return problem.kind() == Problem.Kind.ITEM_ALREADY_OUT;
        }
    }

    /** No usable answer, or the run ends: the row stands where it must, and what comes after it in its chain waits. */
    record Unsettled() implements Delivery {}

    /** The desk has deleted the row. */
    record Gone() implements Delivery {}
}
