/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync;

import org.carrel.model.port.ConnectionState;

/**
 * Watches, cheaply and on its own thread, whether the library system can be reached. A service; safe for use by several
 * threads. It looks every 30 seconds while the system is away or somebody listens, and once right after the start.
 */
public interface ConnectionWatch extends ConnectionState {

    /** Looks now, without waiting for the result. */
    void lookNow();
}
