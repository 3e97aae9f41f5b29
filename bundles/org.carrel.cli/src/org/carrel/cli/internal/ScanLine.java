/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carrel.model.Texts;

/**
 * One line of what {@code queue add} reads: {@code checkout,PATRON,ITEM[,DUE]} or {@code checkin,ITEM}. Blank lines and
 * those that begin with {@code #} hold nothing.
 */
sealed interface ScanLine {

    /** @param due empty means the branch's standard */
    record Out(String patron, String item, String due) implements ScanLine {}

    /** An item came back. */
    record In(String item) implements ScanLine {}

    /** A line that cannot be understood; the sentence is without the patron's barcode. */
    record Bad(String sentence) implements ScanLine {}

    /** What the line says; empty when it holds nothing. */
    static Optional<ScanLine> parse(BoundedLines.Line line) {
        Texts texts = Texts.of(ScanLine.class);
        if (line.tooLong()) {
            return Optional.of(new Bad(texts.get("line.tooLong")));
        }
        String text = line.text().strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            return Optional.of(records.size() == 1 ? of(records.getFirst().stream().map(String::strip).toList(), texts)
                    : new Bad(texts.get("line.quotes")));
        } catch (IOException | UncheckedIOException e) {
            return Optional.of(new Bad(texts.get("line.quotes")));
        }
    }

    private static ScanLine of(List<String> cells, Texts texts) {
        String kind = cells.getFirst().toLowerCase(Locale.ROOT).replace("-", "").replace(" ", "");
        return switch (kind) {
            case "checkout" -> cells.size() == 3 || cells.size() == 4
                    ? new Out(cells.get(1), cells.get(2), cells.size() == 4 ? cells.get(3) : "")
                    : new Bad(texts.get("line.checkOutCells", cells.size()));
            case "checkin" -> cells.size() == 2 ? new In(cells.get(1))
                    : new Bad(texts.get("line.checkInCells", cells.size()));
            default -> new Bad(texts.get("line.kind"));
        };
    }
}
