/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.util.List;
import java.util.Objects;

import org.carrel.model.QueueEntry;

/** What the queue says of transactions it was given. Only {@link NotSaved} means that they are nowhere. */
public sealed interface Acknowledgement {

    /**
     * Committed on disk.
     *
     * @param entries the rows, in the order given; for a transaction that was already there, the row that was there
     */
    record Stored(List<QueueEntry> entries) implements Acknowledgement {
        public Stored {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Forced to disk in the journal, because the store cannot take it; merged into the store at the next start.
     *
     * @param reason a sentence for the desk
     */
    record Journaled(String reason) implements Acknowledgement {
        public Journaled {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Neither in the store nor in the journal. The desk must be told loudly.
     *
     * @param reason a sentence for the desk: what happened and what to do
     */
    record NotSaved(String reason) implements Acknowledgement {
        public NotSaved {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
