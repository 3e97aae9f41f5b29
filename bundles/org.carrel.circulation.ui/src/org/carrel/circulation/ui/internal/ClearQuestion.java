/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.ui.Moments;
import org.carrel.ui.StandingWords;

/** What has to be said before rows are deleted for ever: how many, of what kind, and what would be lost by it. */
final class ClearQuestion {

    /** Named one by one; the others are counted. */
    private static final int NAMED = 6;

    private final Texts texts = Texts.of(ClearQuestion.class);
    private final Moments moments;
    private final StandingWords words;
    private final List<QueueEntry> entries;

    ClearQuestion(List<QueueEntry> entries, Moments moments) {
        this.entries = List.copyOf(entries);
        this.moments = moments;
        this.words = new StandingWords(moments);
    }

    /** Those that can be deleted: what is on its way to the library system stays. */
    List<TransactionId> deletable() {
        return entries.stream().filter(entry -> entry.state() != TransactionState.IN_FLIGHT).map(QueueEntry::id)
                .toList();
    }

    /** Whether the library system would never hear of some of them. */
    boolean losesSomething() {
        return !lost().isEmpty();
    }

    String headline() {
        return texts.get("clear.headline", deletable().size());
    }

    /** In whole sentences, one a line. */
    String explanation() {
        StringBuilder text = new StringBuilder();
        if (losesSomething()) {
            text.append(texts.get("clear.lost", lost().size())).append('\n');
            lost().stream().limit(NAMED).forEach(entry -> text.append(named(entry)).append('\n'));
            if (lost().size() > NAMED) {
                text.append(texts.get("clear.more", lost().size() - NAMED)).append('\n');
            }
            text.append('\n');
        }
        text.append(texts.get("clear.counts", counted())).append('\n');
        int stays = entries.size() - deletable().size();
        if (stays > 0) {
            text.append(texts.get("clear.stays", stays)).append('\n');
        }
        return text.append(texts.get("clear.forever")).toString();
    }

    String button() {
        return texts.get("clear.button", deletable().size());
    }

    private List<QueueEntry> lost() {
        return entries.stream().filter(entry -> entry.state() != TransactionState.IN_FLIGHT
                && entry.state() != TransactionState.UPLOADED && entry.state() != TransactionState.SUPERSEDED).toList();
    }

    private String named(QueueEntry entry) {
        String when = moments.inTable(entry.transaction().occurredAt());
        String state = words.state(entry.state());
        return entry.transaction() instanceof CheckOut out
                ? texts.get("clear.named.out", out.item().value(), out.patron().value(), when, state)
                : texts.get("clear.named.in", entry.transaction().item().value(), when, state);
    }

    private String counted() {
        Map<TransactionState, Long> counts = entries.stream().collect(Collectors.groupingBy(QueueEntry::state,
                () -> new EnumMap<>(TransactionState.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> texts.get("clear.count", one.getValue(), words.state(one.getKey())))
                .collect(Collectors.joining(", "));
    }
}
