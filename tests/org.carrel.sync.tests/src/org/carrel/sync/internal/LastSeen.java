/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;

/**
 * Judges one item after all uploads: the library system has it as the desk last saw it, or the desk was told why not,
 * and nothing that the desk saw could have helped; and nothing was applied twice.
 *
 * @param name         for messages
 * @param holder       who has the item in the end, as the library system knows it
 * @param timesApplied how often it applied a transaction
 * @param beginning    who had the item before everything
 */
record LastSeen(String name, Optional<PatronBarcode> holder, ToIntFunction<Transaction> timesApplied,
        Optional<PatronBarcode> beginning) {

    static boolean isRefusedAsOut(QueueEntry row) {
        return row.state() == TransactionState.UPLOAD_FAILED
                && row.standing().problem().orElseThrow().kind() == Problem.Kind.ITEM_ALREADY_OUT;
    }

    /** @param history every row of the item, in any order */
    void check(List<QueueEntry> history) {
        List<QueueEntry> rows = history.stream()
                .sorted(Comparator.comparing((QueueEntry row) -> row.transaction().occurredAt())
                        .thenComparing(QueueEntry::id))
                .toList();
        String told = name + shown(rows) + "\nholder " + holder;
        rows.forEach(row -> assertTrue(timesApplied.applyAsInt(row.transaction()) <= 1, told + " applied twice"));
        if (rows.isEmpty()) {
            assertEquals(beginning, holder, told);
            return;
        }
        QueueEntry last = rows.getLast();
        if (isAsSeen(last.transaction())) {
            return;
        }
        boolean deskKnows = rows.stream().anyMatch(
                row -> row.state() == TransactionState.UPLOAD_FAILED && row.standing().outcomeUnknown());
        assertTrue(deskKnows || last.state() == TransactionState.UPLOAD_FAILED, told + " silently wrong");
        if (!deskKnows) {
            explain(rows, told);
        }
    }

    /** Without lost answers a refusal must be one that nothing the desk saw could have prevented. */
    private void explain(List<QueueEntry> rows, String told) {
        QueueEntry last = rows.getLast();
        if (isRefusedAsOut(last)) {
            Instant lent = rows.stream()
                    .filter(row -> row.transaction() instanceof CheckOut out && timesApplied.applyAsInt(out) == 1
                            && Optional.of(out.patron()).equals(holder))
                    .map(row -> row.transaction().occurredAt()).max(Comparator.naturalOrder()).orElse(Instant.MIN);
            assertTrue(holder.isPresent(), told + " refused as out, but in");
            assertTrue(rows.stream().noneMatch(
                    row -> row.transaction() instanceof CheckIn in && in.occurredAt().isAfter(lent)),
                    told + " the desk saw it come back");
        } else {
            assertEquals(Problem.Kind.UNKNOWN_PATRON, last.standing().problem().orElseThrow().kind(), told);
            List<QueueEntry> possible = rows.stream().filter(row -> row.standing().problem()
                    .filter(problem -> problem.kind() == Problem.Kind.UNKNOWN_PATRON).isEmpty()).toList();
            assertTrue(possible.isEmpty() || !(possible.getLast().transaction() instanceof CheckIn)
                    || holder.isEmpty(), told + " the last thing possible is the check-in");
        }
    }

    private boolean isAsSeen(Transaction seen) {
        return switch (seen) {
            case CheckOut out -> holder.equals(Optional.of(out.patron()));
            case CheckIn in -> holder.isEmpty();
        };
    }

    private static String shown(List<QueueEntry> rows) {
        StringBuilder text = new StringBuilder();
        for (QueueEntry row : rows) {
            Standing standing = row.standing();
            text.append('\n').append(row.sequence()).append(' ').append(switch (row.transaction()) {
                case CheckOut out -> "out to " + out.patron();
                case CheckIn in -> "in";
            }).append(" at ").append(Duration.between(Desk.OPENING, row.transaction().occurredAt()).toMinutes())
                    .append(' ').append(row.state()).append(standing.outcomeUnknown() ? " unknown " : " ")
                    .append(standing.attempts()).append(' ').append(standing.problem().map(Problem::kind));
        }
        return text.toString();
    }
}
