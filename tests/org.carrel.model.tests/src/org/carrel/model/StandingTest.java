/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant T1 = T0.plusSeconds(1);
    private static final Problem UNKNOWN = new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User", "");

    @Test
    void a_fresh_one_was_never_sent() {
        Standing fresh = Standing.awaitingSync(T0);
        assertEquals(TransactionState.AWAITING_SYNC, fresh.state());
        assertEquals(0, fresh.attempts());
        assertEquals(T0, fresh.changedAt());
        assertFalse(fresh.outcomeUnknown());
    }

    @Test
    void each_send_is_one_attempt_more() {
        Standing twice = Standing.awaitingSync(T0).inFlight(T0).commsFailure(T0, "reset", false).inFlight(T1);
        assertEquals(TransactionState.IN_FLIGHT, twice.state());
        assertEquals(2, twice.attempts());
        assertEquals(T1, twice.changedAt());
        assertEquals("", twice.detail());
    }

    @Test
    void an_unknown_outcome_stays_unknown_until_an_answer_settles_it() {
        Standing unknown = Standing.awaitingSync(T0).inFlight(T0).commsFailure(T0, "time-out", true);
        assertTrue(unknown.outcomeUnknown());
        Standing again = unknown.inFlight(T1);
        assertTrue(again.outcomeUnknown());
        assertTrue(again.commsFailure(T1, "refused", false).outcomeUnknown(), "a later failure does not settle it");
        assertFalse(again.uploaded(T1, Optional.empty(), true).outcomeUnknown());
        assertFalse(again.uploadFailed(T1, UNKNOWN).outcomeUnknown());
    }

    @Test
    void what_the_server_said_is_kept_and_nothing_else() {
        Standing flying = Standing.awaitingSync(T0).inFlight(T0);
        Standing uploaded = flying.uploaded(T1, Optional.of(T0), false);
        assertEquals(new Standing(TransactionState.UPLOADED, 1, T1, false, false, Optional.of(T0), Optional.empty(),
                ""), uploaded);
        Standing failed = flying.uploadFailed(T1, UNKNOWN);
        assertEquals(new Standing(TransactionState.UPLOAD_FAILED, 1, T1, false, false, Optional.empty(),
                Optional.of(UNKNOWN), ""), failed);
        assertEquals(Optional.empty(), failed.inFlight(T1).problem(), "a new attempt forgets the old reason");
    }

    @Test
    void a_superseded_one_was_never_sent() {
        Standing superseded = Standing.awaitingSync(T0).superseded(T1);
        assertEquals(TransactionState.SUPERSEDED, superseded.state());
        assertEquals(0, superseded.attempts());
    }

    @ParameterizedTest
    @EnumSource(TransactionState.class)
    void the_next_upload_takes_up_what_has_no_end_yet(TransactionState state) {
        Set<TransactionState> open = EnumSet.of(TransactionState.AWAITING_SYNC, TransactionState.IN_FLIGHT,
                TransactionState.COMMS_FAILURE);
        assertEquals(open.contains(state), state.isPending());
    }
}
