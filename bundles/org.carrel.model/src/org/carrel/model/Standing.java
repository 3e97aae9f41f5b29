/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where one transaction stands, and what is known about why.
 *
 * @param state          never null
 * @param attempts       how often a request was sent, 0 or more
 * @param changedAt      when it came to stand there
 * @param outcomeUnknown whether an earlier request may have been applied unseen; the next upload reconciles. For
 *                       {@code UPLOAD_FAILED}: the loan that is in the way may be this very one
 * @param alreadyApplied for {@code UPLOADED}: the library system was so already, because an earlier request whose
 *                       answer was lost had done it, or because a check-in found the item in
 * @param serverDueAt    the due date that the library system chose, if it said one
 * @param problem        for {@code UPLOAD_FAILED}: why; empty otherwise
 * @param detail         technical words on a comms failure; never null, may be empty; without patron data
 */
public record Standing(TransactionState state, int attempts, Instant changedAt, boolean outcomeUnknown,
        boolean alreadyApplied, Optional<Instant> serverDueAt, Optional<Problem> problem, String detail) {

    public Standing {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(serverDueAt, "serverDueAt");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(detail, "detail");
    }

    /** Recorded and not sent. */
    public static Standing awaitingSync(Instant at) {
        return new Standing(TransactionState.AWAITING_SYNC, 0, at, false, false, Optional.empty(), Optional.empty(),
                "");
    }

    /** A request goes out: one attempt more. Whether an earlier outcome is unknown stays as it was. */
    public Standing inFlight(Instant at) {
        return new Standing(TransactionState.IN_FLIGHT, attempts + 1, at, outcomeUnknown, false, Optional.empty(),
                Optional.empty(), "");
    }

    /** The library system has it. */
    public Standing uploaded(Instant at, Optional<Instant> dueAt, boolean already) {
        return new Standing(TransactionState.UPLOADED, attempts, at, false, already, dueAt, Optional.empty(), "");
    }

    /** The library system refused it. */
    public Standing uploadFailed(Instant at, Problem why) {
        return new Standing(TransactionState.UPLOAD_FAILED, attempts, at, false, false, Optional.empty(),
                Optional.of(why), "");
    }

    /** No usable answer. Once an outcome is unknown it stays so until an answer settles it. */
    public Standing commsFailure(Instant at, String why, boolean maybeDone) {
        return new Standing(TransactionState.COMMS_FAILURE, attempts, at, outcomeUnknown || maybeDone, false,
                Optional.empty(), Optional.empty(), why);
    }

    /** A later transaction on the same item made it irrelevant. */
    public Standing superseded(Instant at) {
        return new Standing(TransactionState.SUPERSEDED, attempts, at, false, false, Optional.empty(),
                Optional.empty(), "");
    }
}
