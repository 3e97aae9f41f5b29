/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;

/** What the desk says of a scan. */
public sealed interface DeskAnswer {

    /** The fields a scan can be wrong in. */
    enum Field {
        PATRON, ITEM, DUE_DATE
    }

    /**
     * On disk.
     *
     * @param tally empty while the day's count is still being read: no scan waits for it
     */
    record Recorded(QueueEntry entry, Optional<Tally> tally) implements DeskAnswer {
        public Recorded {
            Objects.requireNonNull(entry, "entry");
            Objects.requireNonNull(tally, "tally");
        }
    }

    /**
     * On disk in the journal, because the store fails.
     *
     * @param warning a sentence for the desk
     * @param tally   empty while the day's count cannot be read
     */
    record Journaled(Transaction transaction, String warning, Optional<Tally> tally) implements DeskAnswer {
        public Journaled {
            Objects.requireNonNull(transaction, "transaction");
            Objects.requireNonNull(warning, "warning");
            Objects.requireNonNull(tally, "tally");
        }
    }

    /** Not recorded: the desk must look first, and may send it again with these cautions overridden. */
    record Doubtful(Set<Caution> cautions, String sentence) implements DeskAnswer {
        public Doubtful {
            cautions = Set.copyOf(cautions);
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** Not recorded: it cannot be right. */
    record Refused(Field field, String sentence) implements DeskAnswer {
        public Refused {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** Not recorded: no disk took it. The desk must stop and write it down on paper. */
    record NotSaved(String sentence) implements DeskAnswer {
        public NotSaved {
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
