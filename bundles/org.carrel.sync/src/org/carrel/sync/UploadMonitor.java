/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync;

import org.carrel.model.QueueEntry;

/** Watches one upload. Called from the lanes' threads, possibly at the same time; must return quickly. */
public interface UploadMonitor {

    /** Neither listens nor cancels. */
    UploadMonitor SILENT = new UploadMonitor() {};

    /**
     * The plan is made.
     *
     * @param total how many transactions will be settled, superseded ones included
     * @param lanes how many requests may be out at once
     */
    default void planned(int total, int lanes) {}

    /** Lane {@code lane} (from 0) is about to send {@code entry}. */
    default void sending(int lane, QueueEntry entry) {}

    /** {@code entry} stands where it stands now; committed. */
    default void settled(QueueEntry entry) {}

    /** Lane {@code lane} has nothing to do any more. */
    default void idle(int lane) {}

    /** Asked before each send: true ends the run after the requests that are out. */
    default boolean isCancelled() {
        return false;
    }
}
