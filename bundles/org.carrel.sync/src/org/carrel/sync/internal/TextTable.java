/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Texts;
import org.carrel.sync.NextStep;

/** Rows as aligned text for a terminal; what {@link #measure} has seen decides how wide the columns are. */
final class TextTable {

    private static final Texts TEXTS = Texts.of(TextTable.class);
    private static final List<String> COLUMNS = List.of("sequence", "state", "kind", "patron", "item", "due",
            "occurred",
            "note");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private final int[] widths = new int[COLUMNS.size()];

    TextTable(ZoneId zone) {
        this.zone = zone;
        widen(header());
    }

    /** Looks at a row that will be written. */
    void measure(QueueEntry row) {
        widen(cells(row));
    }

    void writeHeader(Writer to) throws IOException {
        writeLine(header(), to);
        writeLine(Arrays.stream(widths).mapToObj("-"::repeat).toList(), to);
    }

    void write(QueueEntry row, Writer to) throws IOException {
        writeLine(cells(row), to);
    }

    private static List<String> header() {
        return COLUMNS.stream().map(column -> TEXTS.get("table." + column)).toList();
    }

    private List<String> cells(QueueEntry row) {
        String state = TEXTS.get("state." + row.state());
        String item = row.transaction().item().value();
        String occurred = minutes(row.transaction().occurredAt());
        return switch (row.transaction()) {
            case CheckOut checkOut -> List.of(Long.toString(row.sequence()), state, TEXTS.get("table.checkOut"),
                    checkOut.patron().value(), item, minutes(checkOut.dueAt()), occurred, note(row));
            case CheckIn checkIn -> List.of(Long.toString(row.sequence()), state, TEXTS.get("table.checkIn"), "", item,
                    "",
                    occurred, note(row));
        };
    }

    /** Only what is worth a word: that a row waits or is done, its state says. */
    private String note(QueueEntry row) {
        Standing standing = row.standing();
        String headline = NextStep.of(row).headline();
        String note = switch (row.state()) {
            case AWAITING_SYNC, IN_FLIGHT -> "";
            case UPLOADED -> standing.alreadyApplied() ? headline
                    : standing.serverDueAt().map(due -> dueNote(row, due, headline)).orElse("");
            case COMMS_FAILURE -> headline + (standing.detail().isBlank() ? "" : ": " + standing.detail());
            case UPLOAD_FAILED -> headline + standing.problem().map(Problem::detail).filter(detail -> !detail.isBlank())
                    .map(detail -> ": " + detail).orElse("");
            case SUPERSEDED -> headline;
        };
        return note.replaceAll("\\s+", " ");
    }

    private String dueNote(QueueEntry row, Instant due, String headline) {
        return row.transaction() instanceof CheckOut checkOut && !minutes(due).equals(minutes(checkOut.dueAt()))
                ? headline + ": " + minutes(due)
                : "";
    }

    private String minutes(Instant moment) {
        return MINUTES.format(moment.atZone(zone));
    }

    private void widen(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            widths[column] = Math.max(widths[column], width(cells.get(column)));
        }
    }

    private void writeLine(List<String> cells, Writer to) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(widths[column] - width(cell) + 2));
        }
        to.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
