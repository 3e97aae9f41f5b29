/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemSource.BadRow;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.model.port.ItemSource.Sink;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;

/** Reads a table with quoting, as other library systems and spreadsheets write it. One thread. */
final class CsvRows implements Items.Row {

    private static final int ROWS_BETWEEN_TICKS = 1_000;
    private static final Texts TEXTS = Texts.of(CsvRows.class);

    private final Reader from;
    private final Layout.Csv layout;
    private final Lines.Tick tick;
    private final Sink sink;
    private final Items items = new Items();
    private Header header;
    private List<String> fields;

    CsvRows(Reader from, Layout.Csv layout, Lines.Tick tick, Sink sink) {
        this.from = from;
        this.layout = layout;
        this.tick = tick;
        this.sink = sink;
    }

    static CSVFormat format(char delimiter, boolean quoted) {
        CSVFormat.Builder format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true);
        return quoted ? format.setTrailingData(true).get() : format.setQuote(null).get();
    }

    /** Reads all rows to the end. */
    void read() throws IOException {
        CSVFormat format = format(layout.delimiter(), layout.quoted());
        long line = 1;
        try (ShortRecords bounded = new ShortRecords(from); CSVParser parser = format.parse(bounded)) {
            Iterator<CSVRecord> records = parser.iterator();
            int sinceTick = 0;
            while (hasNext(records, line)) {
                fields = records.next().toList();
                bounded.recordEnds();
                row(line);
                line = parser.getCurrentLineNumber() + 1;
                if (++sinceTick == ROWS_BETWEEN_TICKS) {
                    sinceTick = 0;
                    requireGoingOn();
                }
            }
        }
        if (header == null) {
            throw new UnreadableItemFileException(TEXTS.get("file.empty"));
        }
    }

    private boolean hasNext(Iterator<CSVRecord> records, long line) throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof UnreadableItemFileException || !isAboutQuotes(e.getCause())) {
                throw e.getCause();
            }
            throw new UnreadableItemFileException(TEXTS.get("file.quotes", line), e);
        }
    }

    /** What the parser itself finds wrong; a failing disk has types of its own. */
    private static boolean isAboutQuotes(IOException failure) {
        return failure.getClass().getPackageName().startsWith("org.apache.commons.csv");
    }

    private void requireGoingOn() throws IOException {
        if (!tick.goOn()) {
            throw new Lines.StoppedException();
        }
    }

    private void row(long line) throws IOException {
        if (header == null) {
            header = Header.of(fields, layout.columns());
        } else if (fields.stream().anyMatch(CsvRows::hasControls)) {
            bad(line, Reason.CONTROL_CHARACTERS, false);
        } else if (fields.size() != header.width()) {
            bad(line, Reason.WRONG_FIELD_COUNT, false);
        } else {
            item(line);
        }
    }

    private void item(long line) throws IOException {
        Optional<ItemRecord> item = items.of(this);
        if (item.isPresent()) {
            sink.item(line, item.get());
        }
        for (Reason reason : items.reasons()) {
            bad(line, reason, item.isPresent());
        }
        if (fields.stream().anyMatch(field -> field.indexOf('\uFFFD') >= 0)) {
            bad(line, Reason.NOT_UTF8, item.isPresent());
        }
    }

    private void bad(long line, Reason reason, boolean imported) throws IOException {
        String row = String.join(String.valueOf(layout.delimiter()), fields);
        sink.bad(new BadRow(line, reason, imported, row.substring(0, Math.min(row.length(), PipeRows.KEPT))));
    }

    /** Inside quotes a line may end. */
    private static boolean hasControls(String field) {
        return field.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r');
    }

    @Override
    public String get(Column column) {
        int field = header.placeOf(column);
        if (field < 0) {
            return "";
        }
        String text = fields.get(field);
        // Spreadsheets keep the zeros of a barcode this way.
        return text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")
                ? text.substring(2, text.length() - 1)
                : text.replace('\n', ' ').replace('\r', ' ');
    }
}
