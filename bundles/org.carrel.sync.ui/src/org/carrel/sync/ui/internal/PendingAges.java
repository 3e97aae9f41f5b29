/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.model.Texts;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.ui.Moments;

/**
 * How much waits for the next upload, by age.
 *
 * @param bars   the newest first; always the same four, some may be empty
 * @param total  how many there are
 * @param oldest when the oldest was recorded; empty when nothing waits
 */
record PendingAges(List<Bar> bars, int total, Optional<Instant> oldest) {

    private static final Texts TEXTS = Texts.of(PendingAges.class);
    private static final int DAYS_OF_THIS_WEEK = 7;
    private static final Set<TransactionState> PENDING = Arrays.stream(TransactionState.values())
            .filter(TransactionState::isPending).collect(Collectors.toUnmodifiableSet());

    /** One bar of the chart. */
    record Bar(String label, int count) {}

    PendingAges {
        bars = List.copyOf(bars);
    }

    /** Asks the queue: a handful of counts, whatever its length. Not on the UI thread. */
    static PendingAges read(QueueView queue, Instant now, ZoneId zone) {
        QueueQuery pending = QueueQuery.all().withStates(PENDING);
        LocalDate today = now.atZone(zone).toLocalDate();
        int total = queue.count(pending);
        int sinceToday = total == 0 ? 0 : queue.count(pending.since(start(today, zone)));
        int sinceYesterday = total == 0 ? 0 : queue.count(pending.since(start(today.minusDays(1), zone)));
        int sinceWeek = total == 0 ? 0
                : queue.count(pending.since(start(today.minusDays(DAYS_OF_THIS_WEEK), zone)));
        List<Bar> bars = new ArrayList<>();
        bars.add(new Bar(TEXTS.get("pending.today"), sinceToday));
        bars.add(new Bar(TEXTS.get("pending.yesterday"), Math.max(0, sinceYesterday - sinceToday)));
        bars.add(new Bar(TEXTS.get("pending.week"), Math.max(0, sinceWeek - sinceYesterday)));
        bars.add(new Bar(TEXTS.get("pending.older"), Math.max(0, total - sinceWeek)));
        return new PendingAges(bars, total, total == 0 ? Optional.empty() : queue.earliest(pending));
    }

    /** In a sentence, for those who do not see the bars as well as for those who do. */
    String sentence(Instant now, Moments moments) {
        return oldest.map(since -> TEXTS.get("pending.sentence", total, brief(since, now, moments)))
                .orElseGet(() -> TEXTS.get("pending.none"));
    }

    private static String brief(Instant moment, Instant now, Moments moments) {
        LocalDate day = moment.atZone(moments.zone()).toLocalDate();
        boolean today = day.equals(now.atZone(moments.zone()).toLocalDate());
        return today ? moments.time(moment) : moments.inTable(moment);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
