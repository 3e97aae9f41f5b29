/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.time.Duration;

/** Waits that end early when the server goes down. */
public interface Pause {

    /** Waits that long; false when the server went down meanwhile. */
    boolean hold(Duration duration) throws InterruptedException;
}
