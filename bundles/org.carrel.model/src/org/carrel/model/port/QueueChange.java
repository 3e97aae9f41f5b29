/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.util.List;

import org.carrel.model.QueueEntry;

/** What has just been committed. */
public sealed interface QueueChange {

    /** New rows, in order of sequence. */
    record Added(List<QueueEntry> entries) implements QueueChange {
        public Added {
            entries = List.copyOf(entries);
        }
    }

    /** Rows that stand differently now. */
    record Updated(List<QueueEntry> entries) implements QueueChange {
        public Updated {
            entries = List.copyOf(entries);
        }
    }

    /** Rows that are gone. */
    record Removed(List<QueueEntry> entries) implements QueueChange {
        public Removed {
            entries = List.copyOf(entries);
        }
    }

    /** The to-do list or the history of runs changed. */
    record UploadsChanged() implements QueueChange {}

    /** The queue's health changed. */
    record HealthChanged(QueueHealth health) implements QueueChange {}
}
