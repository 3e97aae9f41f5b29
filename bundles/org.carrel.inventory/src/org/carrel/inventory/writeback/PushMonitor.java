/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback;

import org.carrel.model.inventory.WriteBackEntry;

/** Watches one push. Called from its threads, possibly at the same time; must return quickly. */
public interface PushMonitor {

    /** Neither listens nor cancels. */
    PushMonitor SILENT = new PushMonitor() {};

    /**
     * What is to be told is written down.
     *
     * @param total how many items
     * @param lanes how many requests may be out at once
     */
    default void planned(int total, int lanes) {}

    /** A request about {@code entry} is about to go out. */
    default void sending(WriteBackEntry entry) {}

    /** This push is done with {@code entry}, which stands where it stands now; committed. */
    default void settled(WriteBackEntry entry) {}

    /** Asked before each request: true ends the push after the requests that are out. */
    default boolean isCancelled() {
        return false;
    }
}
