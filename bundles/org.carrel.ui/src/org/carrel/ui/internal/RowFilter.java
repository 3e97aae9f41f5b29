/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.util.Locale;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.port.QueueQuery;

/**
 * Whether a row belongs to a query, judged in memory, so that a new row can be shown without asking the store again.
 */
final class RowFilter {

    private RowFilter() {}

    static boolean accepts(QueueQuery query, QueueEntry entry) {
        return (query.states().isEmpty() || query.states().contains(entry.state()))
                && acceptsKind(query.kind(), entry)
                && query.item().map(item -> item.equals(entry.transaction().item())).orElse(true)
                && query.patron().map(patron -> entry.transaction() instanceof CheckOut out
                        && out.patron().equals(patron)).orElse(true)
                && query.recordedSince().map(since -> !entry.transaction().occurredAt().isBefore(since)).orElse(true)
                && acceptsText(query.text().strip().toLowerCase(Locale.ROOT), entry);
    }

    private static boolean acceptsKind(QueueQuery.Kind kind, QueueEntry entry) {
        return switch (kind) {
            case ANY -> true;
            case CHECK_OUT -> entry.transaction() instanceof CheckOut;
            case CHECK_IN -> entry.transaction() instanceof CheckIn;
        };
    }

    private static boolean acceptsText(String wanted, QueueEntry entry) {
        return wanted.isEmpty() || holds(entry.transaction().item().value(), wanted)
                || entry.transaction() instanceof CheckOut out && holds(out.patron().value(), wanted)
                || holds(entry.standing().detail(), wanted)
                || entry.standing().problem().filter(problem -> acceptsProblem(problem, wanted)).isPresent();
    }

    private static boolean acceptsProblem(Problem problem, String wanted) {
        return holds(problem.type(), wanted) || holds(problem.detail(), wanted);
    }

    private static boolean holds(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
