/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One upload in the history of runs.
 *
 * @param startedAt     names the run; whole milliseconds
 * @param endedAt       empty while it runs, or for ever when the program died during it
 * @param ending        how it ended; empty as long as {@code endedAt}
 * @param uploaded      how many the library system took
 * @param failed        how many it refused
 * @param commsFailures how many got no answer
 * @param superseded    how many were never sent because of a later one
 * @param detail        a sentence when the run was stopped; never null, may be empty
 */
public record UploadRun(Instant startedAt, Optional<Instant> endedAt, Optional<Ending> ending, int uploaded, int failed,
        int commsFailures, int superseded, String detail) {

    /** How a run ended. */
    public enum Ending {
        /** Every pending transaction was dealt with. */
        COMPLETED,
        /** A person stopped it. */
        CANCELLED,
        /** The credentials were refused; everything stopped at the first refusal. */
        SIGN_IN_REFUSED,
        /** The library system was away; it makes no sense to try each transaction. */
        SYSTEM_AWAY,
        /** The store failed. */
        STORE_FAILED
    }

    public UploadRun {
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(detail, "detail");
    }
}
