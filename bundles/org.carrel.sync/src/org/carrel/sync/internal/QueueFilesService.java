/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.CheckIn;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.port.Branch;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.sync.QueueFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes and reads the queue's files. Long queues are written in pieces and never held as a whole. */
@Component
public final class QueueFilesService implements QueueFiles {

    static final int LONGEST_LINE = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(QueueFilesService.class);
    private static final Texts TEXTS = Texts.of(QueueFilesService.class);
    private static final int PIECE = 1_000;

    private final QueueView view;
    private final Branch branch;

    @Activate
    public QueueFilesService(@Reference QueueView view, @Reference Branch branch) {
        this.view = view;
        this.branch = branch;
    }

    /** Gives rows, piece by piece; may be asked more than once. */
    private interface Rows {
        void each(RowSink sink) throws IOException;
    }

    private interface RowSink {
        void take(QueueEntry row) throws IOException;
    }

    @Override
    public int write(QueueQuery query, Format format, Writer to) throws IOException {
        return write(rows(query), format, to);
    }

    /** The rows as they are at the first look, so that a second one sees the same. */
    private Rows rows(QueueQuery query) {
        long[] index = view.index(query);
        return sink -> {
            for (int from = 0; from < index.length; from += PIECE) {
                long[] piece = Arrays.copyOfRange(index, from, Math.min(index.length, from + PIECE));
                for (QueueEntry row : view.entries(piece)) {
                    sink.take(row);
                }
            }
        };
    }

    @Override
    public PersonalData personalData(QueueQuery query) {
        PersonalDataCount count = new PersonalDataCount(branch.profile().zone());
        try {
            rows(query).each(count::take);
        } catch (IOException e) {
            throw new UncheckedIOException("counting writes nothing", e);
        }
        return count.result();
    }

    @Override
    public boolean canSeal() {
        return branch.dataKey().isPresent();
    }

    @Override
    public int writeSealed(QueueQuery query, OutputStream to) throws IOException {
        DataKey key = branch.dataKey().orElseThrow(() -> new IllegalStateException(TEXTS.get("sealed.noKey")));
        SealedOutput sealing = new SealedOutput(key, to);
        int written = write(rows(query), Format.JSON, new OutputStreamWriter(sealing, StandardCharsets.UTF_8));
        sealing.finish();
        return written;
    }

    @Override
    public SealedReading readSealed(InputStream from) throws IOException {
        Optional<DataKey> key = branch.dataKey();
        if (key.isEmpty()) {
            return new SealedReading.Refused(TEXTS.get("sealed.noKey"));
        }
        try {
            SealedInput opening = new SealedInput(key.get(), from);
            return new SealedReading.Opened(
                    read(Format.JSON, new InputStreamReader(opening, StandardCharsets.UTF_8)));
        } catch (SealedInput.NotAsSealedException e) {
            LOG.warn("A sealed export was refused: {}", e.getMessage());
            return new SealedReading.Refused(
                    TEXTS.get(e.reason() == SealedInput.Reason.BROKEN ? "sealed.broken" : "sealed.other"));
        }
    }

    @Override
    public void write(List<QueueEntry> entries, Format format, Writer to) throws IOException {
        write((RowSink sink) -> {
            for (QueueEntry row : entries) {
                sink.take(row);
            }
        }, format, to);
    }

    private int write(Rows rows, Format format, Writer to) throws IOException {
        int[] count = { 0 };
        RowFields fields = fields();
        switch (format) {
            case TABLE -> {
                TextTable table = new TextTable(branch.profile().zone());
                rows.each(table::measure);
                table.writeHeader(to);
                rows.each(row -> {
                    table.write(row, to);
                    count[0]++;
                });
            }
            case JSON -> {
                to.append("[\n");
                rows.each(row -> to.append(count[0]++ == 0 ? "" : ",\n").append(JsonForm.line(fields.of(row))));
                to.append(count[0] == 0 ? "]\n" : "\n]\n");
            }
            case CSV -> {
                CsvForm.writeLine(RowFields.NAMES, to);
                rows.each(row -> {
                    CsvForm.writeLine(fields.of(row).values(), to);
                    count[0]++;
                });
            }
        }
        to.flush();
        return count[0];
    }

    private RowFields fields() {
        BranchProfile profile = branch.profile();
        return new RowFields(profile.zone(), profile.dueDates().closingTime());
    }

    @Override
    public Reading read(Format format, Reader from) throws IOException {
        BoundedLines lines = new BoundedLines(from, LONGEST_LINE);
        return switch (format) {
            case JSON -> read(lines, line -> JsonForm.isFrame(line) ? Optional.empty()
                    : Optional.of(fields().read(JsonForm.fields(line))));
            case CSV -> readCsv(lines);
            case TABLE -> throw new IllegalArgumentException(TEXTS.get("file.tableIsForPeople"));
        };
    }

    private Reading readCsv(BoundedLines lines) throws IOException {
        Optional<BoundedLines.Line> first = lines.next();
        if (first.isEmpty()) {
            return new Reading(List.of(), List.of());
        }
        try {
            CsvForm.Header header = CsvForm.Header.of(first.get().text());
            return read(lines, line -> line.isBlank() ? Optional.empty()
                    : Optional.of(fields().read(header.fields(line))));
        } catch (UnreadableLineException e) {
            return new Reading(List.of(), List.of(new BadLine(first.get().number(), e.getMessage())));
        }
    }

    /** Reads one line; empty when it holds no row. */
    private interface LineReader {
        Optional<Transaction> read(String line) throws UnreadableLineException;
    }

    private Reading read(BoundedLines lines, LineReader reader) throws IOException {
        List<Transaction> good = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        for (Optional<BoundedLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            BoundedLines.Line line = next.get();
            if (line.tooLong()) {
                bad.add(new BadLine(line.number(), TEXTS.get("file.tooLongLine", LONGEST_LINE)));
                continue;
            }
            try {
                Optional<Transaction> transaction = reader.read(line.text());
                if (transaction.orElse(null) instanceof CheckIn && !branch.profile().features().checkIn()) {
                    bad.add(new BadLine(line.number(), TEXTS.get("file.checkInOff")));
                } else {
                    transaction.ifPresent(good::add);
                }
            } catch (UnreadableLineException e) {
                bad.add(new BadLine(line.number(), e.getMessage()));
            }
        }
        return new Reading(good, bad);
    }
}
