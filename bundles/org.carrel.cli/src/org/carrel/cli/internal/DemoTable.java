/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.sync.NextStep;

/** What became of each transaction: what was asked for beside what the library system said. */
final class DemoTable {

    private static final Texts TEXTS = Texts.of(DemoTable.class);
    private static final List<String> COLUMNS = List.of("state", "kind", "patron", "item", "asked", "given", "next");

    private final ZoneId zone;

    DemoTable(ZoneId zone) {
        this.zone = zone;
    }

    void write(List<QueueEntry> rows, PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS.stream().map(column -> TEXTS.get("column." + column)).toList());
        rows.forEach(row -> lines.add(cells(row)));
        int[] widths = new int[COLUMNS.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    /** Whether the library system chose another due date; to the minute, for it keeps no seconds. */
    static boolean dueDateChanged(QueueEntry row) {
        return row.transaction() instanceof CheckOut out && row.standing().serverDueAt()
                .filter(given -> !toMinute(given).equals(toMinute(out.dueAt()))).isPresent();
    }

    private static Instant toMinute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }

    private List<String> cells(QueueEntry row) {
        String patron = row.transaction() instanceof CheckOut out ? out.patron().value() : "";
        String asked = row.transaction() instanceof CheckOut out ? Words.minutes(out.dueAt(), zone) : "";
        String given = row.standing().serverDueAt().map(due -> Words.minutes(due, zone)).orElse("");
        NextStep next = NextStep.of(row);
        String words = next.group() == NextStep.Group.NOTHING ? next.headline()
                : TEXTS.get("column.advice", next.headline(), next.advice());
        return List.of(Words.of(row.state()), Words.kind(row.transaction()), patron, row.transaction().item().value(),
                asked, given, words);
    }
}
