/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.nio.file.Path;
import java.util.Objects;

/** Whether transactions can be kept. */
public sealed interface QueueHealth {

    /** All is well. */
    record Healthy() implements QueueHealth {}

    /**
     * The store fails; transactions go to the journal.
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
