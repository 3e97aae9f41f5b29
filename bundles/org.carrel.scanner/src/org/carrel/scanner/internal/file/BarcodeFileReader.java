/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.carrel.model.Barcodes;
import org.carrel.model.Texts;
import org.carrel.scanner.internal.file.BarcodeFile.BadLine;
import org.carrel.scanner.internal.file.BarcodeFile.Entry;

/** Reads one {@link BarcodeFile}. For one use. */
public final class BarcodeFileReader {

    /** The column names of systems and spreadsheets, without blanks, underscores and case. */
    private static final List<String> COLUMNS = List.of("itembarcode", "barcode", "barcodeitem", "itemid",
            "streepjescode",
            "codeabarres", "strichcode");
    private static final Pattern EXCEL = Pattern.compile("=\"((?:[^\"]|\"\")*)\"|\"=\"\"((?:[^\"])*)\"\"\"");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
    private static final Pattern INVENTORY = Pattern.compile("[nN]:(.*)");
    private static final Pattern ROUNDED = Pattern.compile("[0-9][.,][0-9]+[eE]\\+[0-9]{1,2}");

    private final Texts texts = Texts.of(BarcodeFileReader.class);
    private final List<Entry> entries = new ArrayList<>();
    private final List<BadLine> bad = new ArrayList<>();
    private int badLines;

    /** Reads all of it; see {@link BarcodeFile#read}. */
    public BarcodeFile read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) BarcodeFile.MOST_BYTES + 1);
        if (bytes.length > BarcodeFile.MOST_BYTES) {
            throw new IOException(texts.get("big", BarcodeFile.MOST_BYTES / 1024 / 1024));
        }
        Decoded decoded = Decoded.of(bytes);
        List<String> lines = decoded.text().lines().toList();
        Header header = Header.of(lines);
        String form;
        if (header.column().isPresent()) {
            table(decoded.text(), header);
            form = texts.get("form.table", decoded.charset().name());
        } else {
            lines(lines);
            form = texts.get("form.lines", decoded.charset().name());
        }
        return new BarcodeFile(form, entries, bad, badLines);
    }

    private void lines(List<String> lines) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                take(i + 1L, lines.get(i));
            }
        }
    }

    private void table(String text, Header header) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(header.delimiter()).setIgnoreEmptyLines(true)
                .setLenientEof(true).setTrailingData(true).setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL).get();
        int column = header.column().orElseThrow();
        long line = 0;
        try (CSVParser rows = CSVParser.parse(text, format)) {
            for (CSVRecord row : rows) {
                line = rows.getCurrentLineNumber();
                if (row.getRecordNumber() == 1) {
                    continue;
                }
                if (row.size() <= column) {
                    bad(line, "bad.column");
                } else if (!isBlank(row)) {
                    take(line, row.get(column));
                }
            }
        } catch (java.io.UncheckedIOException | IllegalStateException e) {
            // What comes before is kept; behind broken quotes nobody knows where a line begins.
            bad(line + 1, "bad.quotes");
        }
    }

    private static boolean isBlank(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    private void take(long line, String value) throws IOException {
        if (entries.size() >= BarcodeFile.MOST_ENTRIES) {
            throw new IOException(texts.get("many", BarcodeFile.MOST_ENTRIES));
        }
        String barcode = bare(value);
        if (barcode.isEmpty()) {
            bad(line, "bad.empty");
        } else if (barcode.length() > Barcodes.MAX_LENGTH) {
            bad(line, "bad.long");
        } else if (!Barcodes.isSound(barcode)) {
            bad(line, "bad.characters");
        } else if (ROUNDED.matcher(barcode).matches()) {
            bad(line, "bad.rounded");
        } else {
            entries.add(new Entry(line, barcode));
        }
    }

    private void bad(long line, String key) {
        badLines++;
        if (bad.size() < BarcodeFile.MOST_BAD_LINES) {
            bad.add(new BadLine(line, texts.get(key)));
        }
    }

    /** Without what memory scanners and spreadsheets put around a barcode. */
    private static String bare(String value) {
        String text = value.strip();
        Matcher inventory = INVENTORY.matcher(text);
        if (inventory.matches()) {
            text = inventory.group(1).strip();
        }
        Matcher excel = EXCEL.matcher(text);
        Matcher quoted = QUOTED.matcher(text);
        if (excel.matches()) {
            text = (excel.group(1) == null ? excel.group(2) : excel.group(1)).replace("\"\"", "\"");
        } else if (quoted.matches()) {
            text = quoted.group(1).replace("\"\"", "\"");
        }
        return text.strip();
    }

    /** Which column holds the barcodes, if the first line says so. */
    private record Header(char delimiter, OptionalInt column) {

        static Header of(List<String> lines) {
            String first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
            for (char delimiter : new char[] { '\t', ';', ',' }) {
                String[] names = first.split(Pattern.quote(String.valueOf(delimiter)), -1);
                for (String wanted : COLUMNS) {
                    for (int i = 0; i < names.length; i++) {
                        if (plain(names[i]).equals(wanted)) {
                            return new Header(delimiter, OptionalInt.of(i));
                        }
                    }
                }
            }
            return new Header(',', OptionalInt.empty());
        }

        private static String plain(String name) {
            return bare(name).replaceAll("[\\s_.-]", "").toLowerCase(Locale.ROOT);
        }
    }
}
