/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.carrel.model.TransactionState;
import org.carrel.model.port.KeyHealth;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Reachability;
import org.carrel.sync.QueueFiles;

import com.google.gson.GsonBuilder;

/**
 * How things stand.
 *
 * @param fields      for programs, by name
 * @param lines       for people
 * @param queueUsable whether the store can be worked with
 * @param systemAway  whether a real library system was asked and did not answer
 */
record StatusReport(Map<String, Object> fields, List<String> lines, boolean queueUsable, boolean systemAway) {

    private static final Texts TEXTS = Texts.of(StatusReport.class);

    static StatusReport of(Session session, boolean probe) throws CommandFailure {
        BranchProfile profile = session.branch().profile();
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        fields.put("branch", profile.id());
        fields.put("practice", profile.practice());
        lines.add(TEXTS.get(profile.practice() ? "status.practice" : "status.branch", profile.name(), profile.id()));
        lines.add(TEXTS.get("status.data", session.branch().dataFolder()));

        QueueHealth health = session.queueAsItIs().health();
        fields.put("health", health.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        lines.add(switch (health) {
            case QueueHealth.Healthy healthy -> healthy.remark().orElseGet(() -> TEXTS.get("status.healthy"));
            case QueueHealth.Journaling journaling -> journaling.reason();
            case QueueHealth.Refused refused -> refused.reason();
        });
        if (!(health instanceof QueueHealth.Refused)) {
            counts(session, fields, lines);
        }
        key(session.keyHealth().report(), fields, lines);
        Optional<Reachability> reachability = probe ? Optional.of(session.transport().probe()) : Optional.empty();
        reachability.ifPresent(seen -> {
            fields.put("reachable", seen.reachable());
            lines.add(reachability(seen, profile));
        });
        // A practice library that nobody runs is no trouble.
        boolean away = !profile.practice() && reachability.filter(seen -> !seen.reachable()).isPresent();
        return new StatusReport(fields, lines, health instanceof QueueHealth.Healthy, away);
    }

    private static void key(KeyHealth.Report key, Map<String, Object> fields, List<String> lines) {
        fields.put("key", key.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        key.lastUsed().ifPresent(moment -> fields.put("key-last-used", moment.toString()));
        key.endsAbout().ifPresent(moment -> fields.put("key-ends-about", moment.toString()));
        key.waitUntil().ifPresent(moment -> fields.put("key-wait-until", moment.toString()));
        lines.add(key.sentence());
    }

    private static String reachability(Reachability seen, BranchProfile profile) {
        if (seen.reachable()) {
            return TEXTS.get("status.reachable", profile.system().ncip());
        }
        return profile.practice() ? TEXTS.get("status.practiceDown")
                : TEXTS.get("status.away", profile.system().ncip(), seen.detail());
    }

    private static void counts(Session session, Map<String, Object> fields, List<String> lines)
            throws CommandFailure {
        QueueView view = session.view();
        ZoneId zone = session.branch().profile().zone();
        Map<TransactionState, Integer> counts = view.counts();
        EnumSet<TransactionState> pending = EnumSet.noneOf(TransactionState.class);
        for (TransactionState state : TransactionState.values()) {
            int number = counts.getOrDefault(state, 0);
            fields.put(Words.option(state), number);
            lines.add(TEXTS.get("status.count", Words.of(state), number));
            if (state.isPending()) {
                pending.add(state);
            }
        }
        long[] oldest = view.index(QueueQuery.all().withStates(pending)
                .sortedBy(QueueQuery.Order.OCCURRED_AT, false));
        if (oldest.length > 0) {
            view.entries(oldest[0]).stream().findFirst().ifPresent(entry -> {
                Instant since = entry.transaction().occurredAt();
                fields.put("pending-since", since.toString());
                lines.add(TEXTS.get("status.oldest",
                        Words.minutes(since, zone)));
            });
        }
    }

    void write(QueueFiles.Format format, PrintWriter out) throws IOException {
        switch (format) {
            case TABLE -> lines.forEach(out::println);
            case JSON -> out.println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create()
                    .toJson(fields));
            case CSV -> {
                CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
                printer.printRecord("name", "value");
                for (Map.Entry<String, Object> field : fields.entrySet()) {
                    printer.printRecord(field.getKey(), field.getValue());
                }
                printer.flush();
            }
        }
    }

    int exitCode() {
        if (!queueUsable) {
            return Exit.STORE_UNAVAILABLE;
        }
        return systemAway ? Exit.SYSTEM_AWAY : Exit.OK;
    }
}
