/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.List;
import java.util.stream.Collectors;

import org.carrel.model.CheckOut;
import org.carrel.model.PatronBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.sync.NextStep;
import org.carrel.ui.Moments;
import org.carrel.ui.StandingWords;

/** Results as the desk reads them. Immutable. */
final class ResultWords {

    private static final Texts TEXTS = Texts.of(ResultWords.class);
    private static final int NAMED_IN_A_QUESTION = 5;

    private final Moments moments;
    private final StandingWords standing;

    ResultWords(Moments moments) {
        this.moments = moments;
        this.standing = new StandingWords(moments);
    }

    String kind(Results.Row row) {
        return standing.kind(row.transaction());
    }

    String item(Results.Row row) {
        return row.transaction().item().value();
    }

    /** Empty for a check-in. */
    String patron(Results.Row row) {
        return row.patron().map(PatronBarcode::value).orElse("");
    }

    String recorded(Results.Row row) {
        return moments.inTable(row.transaction().occurredAt());
    }

    /** The due date that counts: the library system's when it chose one. Empty for a check-in. */
    String due(Results.Row row) {
        if (!(row.transaction() instanceof CheckOut checkOut)) {
            return "";
        }
        return row.entry().standing().serverDueAt().filter(chosen -> !chosen.equals(checkOut.dueAt()))
                .map(chosen -> TEXTS.get("due.changed", moments.inTable(chosen)))
                .orElseGet(() -> moments.inTable(checkOut.dueAt()));
    }

    /** Everything that is known, for the details pane and for hovering. */
    String details(Results.Row row) {
        StringBuilder text = new StringBuilder(row.step().headline());
        if (!row.step().advice().isEmpty()) {
            text.append('\n').append(row.step().advice());
        }
        QueueEntry entry = row.entry();
        entry.standing().problem().ifPresent(problem -> text.append('\n')
                .append(TEXTS.get("details.server", problem.type(), problem.detail())));
        if (!entry.standing().detail().isEmpty()) {
            text.append('\n').append(TEXTS.get("details.technical", entry.standing().detail()));
        }
        text.append('\n').append(TEXTS.get("details.attempts", entry.standing().attempts(),
                moments.inTable(entry.standing().changedAt())));
        return text.toString();
    }

    String group(NextStep.Group group, int count) {
        return TEXTS.get("group.counted", TEXTS.get("group." + group), count);
    }

    String groupSentence(NextStep.Group group) {
        return TEXTS.get("group." + group + ".sentence");
    }

    /** The question before deleting: names what would be lost. */
    String deletionQuestion(List<Results.Row> rows) {
        String named = rows.stream().limit(NAMED_IN_A_QUESTION).map(this::named).collect(Collectors.joining("\n"));
        int others = rows.size() - NAMED_IN_A_QUESTION;
        return TEXTS.get("delete.question", rows.size(),
                others > 0 ? named + "\n" + TEXTS.get("delete.others", others) : named);
    }

    private String named(Results.Row row) {
        return row.patron().isPresent() ? TEXTS.get("delete.checkOut", item(row), patron(row), recorded(row))
                : TEXTS.get("delete.checkIn", item(row), recorded(row));
    }
}
