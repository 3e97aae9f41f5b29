/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.port.QueueQuery;

/**
 * The queue as files: what one desk gives to another, to an administrator or to a spreadsheet. A service; safe for use
 * by several threads. All but sealed files hold patron barcodes in clear: show {@link #personalData} before writing
 * one.
 */
public interface QueueFiles {

    /** How the name of a sealed file ends. */
    String SEALED_ENDING = ".carrel";

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
     * reported and the rest is kept. Lines over 10,000 characters are bad, and check-ins are where the branch has none.
     *
     * @throws IOException              when the reader fails
     * @throws IllegalArgumentException for {@code TABLE}
     */
    Reading read(Format format, Reader from) throws IOException;

    /**
     * What rows say about people.
     *
     * @param patrons   how many patrons' barcodes there are
     * @param checkOuts how often one of them borrowed something
     * @param operators how many members of the staff are named
     * @param from      when the earliest of these transactions occurred; empty when there is none
     * @param to        when the latest occurred
     * @param sentence  all this for people, and what to do about it; to be shown before a file is written
     */
    record PersonalData(int patrons, int checkOuts, int operators, Optional<Instant> from, Optional<Instant> to,
            String sentence) {
        public PersonalData {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** What the rows that {@code query} finds say about people; reads all of them, in pieces. */
    PersonalData personalData(QueueQuery query);

    /** Whether files can be sealed and opened here: not in practice mode, where nobody is real and there is no key. */
    boolean canSeal();

    /**
     * Writes the rows that {@code query} finds so that only this branch can read them, on any machine where somebody is
     * signed in to it, with {@link #readSealed}. Does not close the stream; when this fails, what was written is of no
     * use.
     *
     * @return how many rows were written
     * @throws IOException           when the stream fails
     * @throws IllegalStateException when nothing {@linkplain #canSeal can be sealed} here
     */
    int writeSealed(QueueQuery query, OutputStream to) throws IOException;

    /** What reading a sealed file gave. */
    sealed interface SealedReading {
        /** It is as it was sealed, from beginning to end. */
        record Opened(Reading reading) implements SealedReading {}

        /**
         * It was changed, is cut off, belongs to another branch, or is no sealed file. Nothing of it is given.
         *
         * @param sentence what is the matter and what to do
         */
        record Refused(String sentence) implements SealedReading {}
    }

    /**
     * Reads what {@link #writeSealed} wrote, as {@link #read} does.
     *
     * @throws IOException when the stream fails
     */
    SealedReading readSealed(InputStream from) throws IOException;
}
