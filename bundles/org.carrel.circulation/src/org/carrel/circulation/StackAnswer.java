/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;

/**
 * What the desk says of a stack of items. The items that it has nothing against are on disk together or not at all;
 * each of the others is named with what the desk says of it.
 */
public sealed interface StackAnswer {

    /**
     * An item that was not recorded with the stack.
     *
     * @param item   as it was given, without surrounding blanks
     * @param answer {@code Doubtful} or {@code Refused}
     */
    record NotThis(String item, DeskAnswer answer) {
        public NotThis {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * On disk, in one commit.
     *
     * @param entries  a row for each item, in the order given; empty when the desk had something against every item
     * @param notThese the others, in the order given
     * @param tally    empty while the day's count is still being read
     */
    record Recorded(List<QueueEntry> entries, List<NotThis> notThese, Optional<Tally> tally) implements StackAnswer {
        public Recorded {
            entries = List.copyOf(entries);
            notThese = List.copyOf(notThese);
            Objects.requireNonNull(tally, "tally");
        }
    }

    /** On disk in the journal, because the store fails; otherwise as {@link Recorded}. */
    record Journaled(List<Transaction> transactions, String warning, List<NotThis> notThese, Optional<Tally> tally)
            implements StackAnswer {
        public Journaled {
            transactions = List.copyOf(transactions);
            Objects.requireNonNull(warning, "warning");
            notThese = List.copyOf(notThese);
            Objects.requireNonNull(tally, "tally");
        }
    }

    /** Nothing was recorded: what holds for the whole stack cannot be right. */
    record Refused(DeskAnswer.Field field, String sentence) implements StackAnswer {
        public Refused {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** Nothing was recorded: no disk took it. The desk must stop and write it down on paper. */
    record NotSaved(String sentence) implements StackAnswer {
        public NotSaved {
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
