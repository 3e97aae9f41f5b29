/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemFiles.Look;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;

/** Looks at the beginning of a table. */
final class TableLook {

    static final int MOST_ROWS = 20;
    static final int LONGEST_TEXT = 200;

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final Texts TEXTS = Texts.of(TableLook.class);

    private TableLook() {}

    static Look wms(byte[] head) throws IOException {
        String text = new String(head, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.lines().limit(MOST_ROWS + 1L).toList()) {
            rows.add(bounded(List.of(line.split("\\|", -1))));
        }
        return look(new Layout.Wms(), rows, Map.of(), Set.of());
    }

    static Look csv(byte[] head, Choices choices) throws IOException {
        String encoding = choices.encoding().orElseGet(() -> Encodings.of(head));
        if (!isKnown(encoding)) {
            throw new UnreadableItemFileException(TEXTS.get("file.noEncoding", encoding));
        }
        String text = text(head, encoding);
        boolean whole = head.length < Looking.HEAD;
        char delimiter = choices.delimiter().orElseGet(() -> delimiter(text));
        boolean quoted = choices.quoted().orElseGet(() -> isQuoted(text, delimiter));
        List<List<String>> rows = rows(text, delimiter, quoted, whole);
        List<String> header = rows.isEmpty() ? List.of() : rows.getFirst();
        Map<Column, String> columns = new EnumMap<>(Column.class);
        columns.putAll(choices.columns());
        Set<Column> said = EnumSet.noneOf(Column.class);
        said.addAll(columns.keySet());
        columns.putAll(ColumnNames.guess(header, new HashSet<>(columns.values()), said));
        return look(new Layout.Csv(delimiter, quoted, encoding, columns), rows, columns, said);
    }

    private static boolean isKnown(String encoding) {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(byte[] head, String encoding) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] some = new char[8 * 1024];
        try (var reader = ItemFile.text(new ByteArrayInputStream(head), encoding)) {
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                text.append(some, 0, read);
            }
        }
        return text.toString();
    }

    private static Look look(Layout layout, List<List<String>> rows, Map<Column, String> named, Set<Column> said)
            throws IOException {
        List<String> header = rows.isEmpty() ? List.of() : rows.getFirst();
        List<List<String>> sample = rows.isEmpty() ? List.of() : rows.subList(1, rows.size());
        try {
            Header read = Header.of(header, named);
            Map<Column, String> columns = new EnumMap<>(Column.class);
            read.columns().forEach(column -> columns.put(column, header.get(read.placeOf(column)).strip()));
            Set<Column> guessed = EnumSet.noneOf(Column.class);
            if (layout instanceof Layout.Csv) {
                guessed.addAll(columns.keySet());
                guessed.removeAll(said);
            }
            return new Look(layout, header, columns, guessed, sample, Optional.empty());
        } catch (UnreadableItemFileException e) {
            Map<Column, String> there = new EnumMap<>(Column.class);
            named.forEach((column, name) -> {
                if (header.contains(name)) {
                    there.put(column, name);
                }
            });
            Set<Column> guessed = EnumSet.noneOf(Column.class);
            guessed.addAll(there.keySet());
            guessed.removeAll(said);
            return new Look(layout, header, there, guessed, sample, Optional.of(e.getMessage()));
        }
    }

    /** The one that makes the most known names of the header line, or else the most names. */
    private static char delimiter(String text) {
        return DELIMITERS.stream().max(Comparator.comparingInt((Character delimiter) -> {
            List<String> header = header(text, delimiter);
            return 1_000 * ColumnNames.known(header) + Math.min(header.size(), 900);
        }).thenComparing(delimiter -> -DELIMITERS.indexOf(delimiter))).orElse(',');
    }

    private static List<String> header(String text, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        try {
            read(text.substring(0, Math.min(text.length(), Lines.LONGEST)), delimiter, true, 1, rows);
        } catch (IOException e) {
            // With this one it cannot be read; another one may do.
            return List.of();
        }
        return rows.isEmpty() ? List.of() : rows.getFirst();
    }

    /** Tables with tabs mostly have no quoting; those with anything else mostly do. */
    private static boolean isQuoted(String text, char delimiter) {
        return delimiter != '\t' || text.startsWith("\"") || text.contains("\t\"") && text.contains("\"\t");
    }

    private static List<List<String>> rows(String text, char delimiter, boolean quoted, boolean whole)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try {
            read(text, delimiter, quoted, MOST_ROWS + 1, rows);
        } catch (IOException e) {
            if (rows.isEmpty()) {
                throw new UnreadableItemFileException(TEXTS.get(whole ? "file.quotes" : "file.noHeader", 1), e);
            }
        }
        return rows;
    }

    private static void read(String text, char delimiter, boolean quoted, int most, List<List<String>> rows)
            throws IOException {
        try (CSVParser parser = CsvRows.format(delimiter, quoted).parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                rows.add(bounded(record.toList()));
                if (rows.size() == most) {
                    return;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> bounded(List<String> fields) {
        return fields.stream().limit(Header.MOST_COLUMNS + 1L)
                .map(field -> field.length() > LONGEST_TEXT ? field.substring(0, LONGEST_TEXT) : field).toList();
    }
}
