/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Whether transactions, and what is read in inventories, can be kept. */
public sealed interface QueueHealth {

    /**
     * Transactions are kept, as they should be.
     *
     * @param remark a sentence for the desk about something that is not as it should be all the same, for instance an
     *               old journal with lines that nobody can read: what happened and what to do. Empty when all is well
     */
    record Healthy(Optional<String> remark) implements QueueHealth {
        public Healthy {
            Objects.requireNonNull(remark, "remark");
        }

        /** All is well. */
        public Healthy() {
            this(Optional.empty());
        }
    }

    /**
     * The store fails; transactions, and what is read in inventories, go to the journal.
     *
     * @param reason  a sentence for the desk: what happened and what to do
     * @param journal the folder that now holds them
     */
    record Journaling(String reason, Path journal) implements QueueHealth {
        public Journaling {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(journal, "journal");
        }
    }

    /**
     * The program must not work on this data: another Carrel has it open, its schema is newer, or a migration failed.
     * Nothing was touched.
     *
     * @param reason a sentence for the desk: what happened and what to do
     */
    record Refused(String reason) implements QueueHealth {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
