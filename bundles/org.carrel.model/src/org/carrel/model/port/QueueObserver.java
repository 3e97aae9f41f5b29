/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

/** Hears of changes of the queue; see {@link QueueView#observe}. */
@FunctionalInterface
public interface QueueObserver {

    /** Something about the queue is on the disk now. */
    void changed(QueueChange change);
}
