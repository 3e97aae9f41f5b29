/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.ui.Icon;
import org.carrel.ui.Moments;
import org.carrel.ui.QueueColumn;
import org.carrel.ui.StandingWords;

/** What stands in a cell. */
public final class CellWords {

    private final StandingWords words;
    private final Moments moments;

    public CellWords(StandingWords words, Moments moments) {
        this.words = words;
        this.moments = moments;
    }

    public String in(QueueColumn column, QueueEntry entry) {
        return switch (column) {
            case STATE -> words.state(entry.state());
            case OCCURRED_AT -> moments.inTable(entry.transaction().occurredAt());
            case KIND -> words.kind(entry.transaction());
            case PATRON -> entry.transaction() instanceof CheckOut out ? out.patron().value() : "";
            case ITEM -> entry.transaction().item().value();
            case DUE_AT -> entry.transaction() instanceof CheckOut out ? moments.inTable(out.dueAt()) : "";
            case REASON -> words.reason(entry);
            case SERVER_DUE_AT -> entry.standing().serverDueAt().map(moments::inTable).orElse("");
            case SEQUENCE -> Long.toString(entry.sequence());
            case ATTEMPTS -> Integer.toString(entry.standing().attempts());
            case CHANGED_AT -> moments.inTable(entry.standing().changedAt());
            case OPERATOR -> entry.transaction().origin().operator();
            case WORKSTATION -> entry.transaction().origin().workstation();
        };
    }

    public Icon kindIcon(QueueEntry entry) {
        return entry.transaction() instanceof CheckOut ? Icon.CHECK_OUT : Icon.CHECK_IN;
    }

    /** All that is known about why, and what to do. */
    public String hover(QueueEntry entry) {
        return Stream.of(words.state(entry.state()), words.reason(entry), words.advice(entry), words.fullText(entry))
                .filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
    }
}
