/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carrel.model.Texts;

/**
 * Rows as comma separated values, RFC 4180, with a header line; one row is one line.
 *
 * <p>
 * A spreadsheet takes a cell that begins with {@code =}, {@code +}, {@code -} or {@code @} for a formula, and barcodes
 * come from outside. Such a cell is written behind an apostrophe, and so is one that begins with an apostrophe; reading
 * takes it off again, so that nothing changes on the way there and back.
 */
final class CsvForm {

    private static final Texts TEXTS = Texts.of(CsvForm.class);
    private static final String DANGEROUS = "=+-@\t\r'";

    private CsvForm() {}

    static void writeLine(Collection<String> cells, Writer to) throws IOException {
        to.append(CSVFormat.RFC4180.format(cells.stream().map(CsvForm::guarded).toArray())).append("\r\n");
    }

    private static String guarded(String cell) {
        String oneLine = cell.replaceAll("[\\r\\n]+", " ");
        return !oneLine.isEmpty() && DANGEROUS.indexOf(oneLine.charAt(0)) >= 0 ? "'" + oneLine : oneLine;
    }

    private static String unguarded(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && DANGEROUS.indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }

    /** What the header line says about the lines below it. */
    record Header(List<String> names, CSVFormat format) {

        /** Reads the header; spreadsheets of many countries separate by semicolon. */
        static Header of(String line) throws UnreadableLineException {
            char separator = line.indexOf(',') < 0 && line.indexOf(';') >= 0 ? ';' : ',';
            CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
            List<String> names = cells(line, format).stream().map(RowFields::plain).toList();
            for (String needed : List.of("kind", "item", "occurredAt")) {
                if (!names.contains(RowFields.plain(needed))) {
                    throw new UnreadableLineException(TEXTS.get("file.badHeader", needed));
                }
            }
            return new Header(names, format);
        }

        /** The fields of one line, by name. */
        Map<String, String> fields(String line) throws UnreadableLineException {
            List<String> cells = cells(line, format);
            if (cells.size() != names.size()) {
                throw new UnreadableLineException(TEXTS.get("file.badCellCount", cells.size(), names.size()));
            }
            Map<String, String> fields = new HashMap<>();
            for (int column = 0; column < cells.size(); column++) {
                fields.put(names.get(column), unguarded(cells.get(column)));
            }
            return fields;
        }
    }

    private static List<String> cells(String line, CSVFormat format) throws UnreadableLineException {
        try (CSVParser parser = CSVParser.parse(new StringReader(line), format)) {
            List<String> cells = new ArrayList<>();
            for (CSVRecord record : parser) {
                record.forEach(cells::add);
            }
            return cells;
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableLineException(TEXTS.get("file.badQuotes"));
        }
    }
}
