/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.sync.QueueFiles;

/** The simplest files there are: format, number, id, state, item on a line; reads check-ins {@code id item}. */
final class PlainFiles implements QueueFiles {

    private final QueueView view;
    private boolean full;
    private boolean sealing = true;

    PlainFiles(QueueView view) {
        this.view = view;
    }

    /** As in practice mode. */
    void withoutKey() {
        sealing = false;
    }

    /** From now on the disk is full. */
    void fillDisk() {
        full = true;
    }

    @Override
    public int write(QueueQuery query, Format format, Writer to) throws IOException {
        List<QueueEntry> rows = view.entries(view.index(query));
        write(rows, format, to);
        return rows.size();
    }

    @Override
    public void write(List<QueueEntry> entries, Format format, Writer to) throws IOException {
        for (QueueEntry row : entries) {
            String patron = row.transaction() instanceof CheckOut out ? " " + out.patron().value() : "";
            to.write(format + " " + row.sequence() + " " + row.id() + " " + row.state() + " "
                    + row.transaction().item() + patron + "\n");
        }
        if (full) {
            throw new IOException("no space left");
        }
    }

    @Override
    public Reading read(Format format, Reader from) throws IOException {
        List<Transaction> good = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        BufferedReader lines = new BufferedReader(from);
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String[] words = line.split(" ");
            if (words.length == 2) {
                good.add(new CheckIn(TransactionId.parse(words[0]), new ItemBarcode(words[1]), Instant.EPOCH,
                        new Origin("other", "")));
            } else {
                bad.add(new BadLine(number, format + " line is odd."));
            }
        }
        return new Reading(good, bad);
    }

    @Override
    public PersonalData personalData(QueueQuery query) {
        return new PersonalData(view.count(query), view.count(query), 0, Optional.empty(), Optional.empty(),
                "This holds " + view.count(query) + " rows.");
    }

    @Override
    public boolean canSeal() {
        return sealing;
    }

    @Override
    public int writeSealed(QueueQuery query, OutputStream to) throws IOException {
        to.write("sealed\n".getBytes(StandardCharsets.UTF_8));
        if (full) {
            throw new IOException("no space left");
        }
        return view.count(query);
    }

    @Override
    public SealedReading readSealed(InputStream from) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
        return "sealed".equals(lines.readLine()) ? new SealedReading.Opened(read(Format.JSON, lines))
                : new SealedReading.Refused("This was tampered with. Nothing was taken in.");
    }
}
