/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import static org.carrel.sync.ui.internal.Examples.NOON;
import static org.carrel.sync.ui.internal.Examples.checkIn;
import static org.carrel.sync.ui.internal.Examples.uploaded;
import static org.carrel.sync.ui.internal.Examples.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The progress of an upload")
class UploadProgressTest {

    private final AtomicInteger told = new AtomicInteger();
    private final UploadProgress progress = new UploadProgress(told::incrementAndGet);

    @Test
    void shows_what_each_lane_is_busy_with() {
        progress.planned(5, 3);
        progress.sending(1, waiting(1, checkIn("I001", NOON)));
        assertEquals(List.of("", "I001", ""), progress.snapshot().lanes());
        progress.idle(1);
        assertEquals(List.of("", "", ""), progress.snapshot().lanes());
    }

    @Test
    void counts_what_is_settled_and_how() {
        progress.planned(2, 1);
        progress.settled(uploaded(1, checkIn("I001", NOON), Optional.empty()));
        var now = progress.snapshot();
        assertEquals(1, now.settled());
        assertEquals(2, now.total());
        assertEquals(Map.of(TransactionState.UPLOADED, 1), now.results());
        assertFalse(now.isOver());
    }

    @Test
    void asks_the_upload_to_stop_when_somebody_cancels() {
        assertFalse(progress.isCancelled());
        progress.cancel();
        assertTrue(progress.isCancelled());
    }

    @Test
    void is_over_when_the_run_ended_and_leaves_no_lane_busy() {
        progress.planned(1, 1);
        progress.sending(0, waiting(1, checkIn("I001", NOON)));
        progress.ended(new UploadRun(NOON, Optional.of(NOON), Optional.of(UploadRun.Ending.COMPLETED), 1, 0, 0, 0, ""));
        assertTrue(progress.snapshot().isOver());
        assertEquals(List.of(""), progress.snapshot().lanes());
    }

    @Test
    void tells_of_every_change() {
        progress.planned(1, 1);
        progress.cancel();
        assertEquals(2, told.get());
    }
}
