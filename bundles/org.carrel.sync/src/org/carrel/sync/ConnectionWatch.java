/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync;

import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.model.port.Reachability;
import org.carrel.model.port.Subscription;

/**
 * Watches, cheaply and on its own thread, whether the library system can be reached. A service; safe for use by several
 * threads. It looks every 30 seconds while the system is away or somebody listens, and once right after the start.
 */
public interface ConnectionWatch {

    /** What was seen last; empty before the first look is over. */
    Optional<Reachability> latest();

    /** Looks now, without waiting for the result. */
    void lookNow();

    /** Tells {@code listener} of each result that differs from the one before, on the watch's thread. */
    Subscription observe(Consumer<Reachability> listener);
}
