/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is known of whether the library system can be reached, which is whether this desk is on line. A service; safe
 * for use by several threads.
 */
public interface ConnectionState {

    /** What was seen last; empty before the first look is over. */
    Optional<Reachability> latest();

    /** Tells {@code listener} of each result, one like the one before as well, on a thread of the watch. */
    Subscription observe(Consumer<Reachability> listener);
}
