/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;

import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.port.QueueQuery;

/**
 * The queue as files: what one desk gives to another, to an administrator or to a spreadsheet. A service; safe for use
 * by several threads. The files hold patron barcodes in clear: say so before writing one.
 */
public interface QueueFiles {

    /** Formats that can be written; all but {@code TABLE} can be read back. */
    enum Format {
        TABLE, JSON, CSV
    }

    /**
     * What reading a file gave.
     *
     * @param transactions the good lines, in order
     * @param badLines     the others
     */
    record Reading(List<Transaction> transactions, List<BadLine> badLines) {
        public Reading {
            transactions = List.copyOf(transactions);
            badLines = List.copyOf(badLines);
        }
    }

    /**
     * A line that could not be understood.
     *
     * @param number   from 1
     * @param sentence why, without the patron's barcode
     */
    record BadLine(long number, String sentence) {}

    /**
     * Writes the rows that {@code query} finds.
     *
     * @return how many rows were written
     * @throws IOException when the writer fails
     */
    int write(QueueQuery query, Format format, Writer to) throws IOException;

    /** Writes these rows. */
    void write(List<QueueEntry> entries, Format format, Writer to) throws IOException;

    /**
     * Reads transactions from CSV (with a header line) or JSON (an object a line, in an array or not) as written by
     * {@link #write}. What comes back are the transactions, not where they stand: that is another desk's affair. A line
     * without an id gets one that follows from its content, so that reading one file twice adds nothing. Times without
     * an offset are meant in the branch's time zone, and a due date without a time at its closing time. Bad lines are
     * reported and the rest is kept. Lines over 10,000 characters are bad.
     *
     * @throws IOException              when the reader fails
     * @throws IllegalArgumentException for {@code TABLE}
     */
    Reading read(Format format, Reader from) throws IOException;
}
