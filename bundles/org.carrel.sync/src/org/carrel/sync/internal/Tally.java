/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.UploadRun.Ending;

/** What the lanes of one run add up to. Safe for use by several threads. */
final class Tally {

    private final Clock clock;
    private final Instant startedAt;
    private int uploaded;
    private int failed;
    private int commsFailures;
    private int superseded;

    /** The run starts now. */
    Tally(Clock clock) {
        this.clock = clock;
        this.startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    synchronized void count(TransactionState state) {
        switch (state) {
            case UPLOADED -> uploaded++;
            case UPLOAD_FAILED -> failed++;
            case COMMS_FAILURE -> commsFailures++;
            case SUPERSEDED -> superseded++;
            case AWAITING_SYNC, IN_FLIGHT -> throw new IllegalArgumentException("not settled: " + state);
        }
    }

    /** How the run stands, with this ending. */
    synchronized UploadRun run(Optional<Ending> ending, String detail) {
        return new UploadRun(startedAt, ending.map(any -> clock.instant()), ending, uploaded, failed, commsFailures,
                superseded, detail);
    }
}
