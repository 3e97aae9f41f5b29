/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueView;

/**
 * The demo's end, counted in the store.
 *
 * @param recorded   how many scans were acknowledged
 * @param uploaded   how many the library system has
 * @param failed     how many failed and were meant to
 * @param superseded how many a later scan made irrelevant, as meant
 * @param lost       how many acknowledged ones are not in the store
 * @param surprises  a sentence for each one that ended in another way than meant
 */
record DemoVerdict(int recorded, int uploaded, int failed, int superseded, int lost, List<String> surprises) {

    private static final Texts TEXTS = Texts.of(DemoVerdict.class);

    static DemoVerdict of(Map<TransactionId, DemoStep> acknowledged, QueueView view) {
        Map<TransactionId, QueueEntry> rows = new LinkedHashMap<>();
        acknowledged.keySet().forEach(id -> view.find(id).ifPresent(row -> rows.put(id, row)));
        List<String> surprises = acknowledged.entrySet().stream()
                .flatMap(step -> surprise(step.getValue(), Optional.ofNullable(rows.get(step.getKey()))).stream())
                .toList();
        return new DemoVerdict(acknowledged.size(), count(rows, TransactionState.UPLOADED),
                meant(rows, acknowledged, TransactionState.UPLOAD_FAILED),
                meant(rows, acknowledged, TransactionState.SUPERSEDED), acknowledged.size() - rows.size(), surprises);
    }

    private static int count(Map<TransactionId, QueueEntry> rows, TransactionState state) {
        return (int) rows.values().stream().filter(row -> row.state() == state).count();
    }

    private static int meant(Map<TransactionId, QueueEntry> rows, Map<TransactionId, DemoStep> steps,
            TransactionState state) {
        return (int) rows.values().stream()
                .filter(row -> row.state() == state && steps.get(row.id()).endedAsMeant(row)).count();
    }

    private static Optional<String> surprise(DemoStep step, Optional<QueueEntry> row) {
        if (row.isEmpty()) {
            return Optional.of(TEXTS.get("demo.lost", TEXTS.get(step.key())));
        }
        return row.filter(entry -> !step.endedAsMeant(entry)).map(entry -> TEXTS.get("demo.surprise",
                Long.toString(entry.sequence()), Words.of(entry.state()), TEXTS.get(step.key())));
    }

    /** Whether all is as it should be: nothing lost, nothing surprising, and every scan accounted for. */
    boolean isGood() {
        return surprises.isEmpty() && lost == 0 && uploaded + failed + superseded == recorded;
    }

    /** The last line of the demo. */
    String line() {
        return TEXTS.get("demo.verdict", recorded, uploaded, failed, superseded, lost);
    }
}
