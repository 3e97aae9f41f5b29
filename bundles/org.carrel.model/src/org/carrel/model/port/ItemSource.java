/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;

import org.carrel.model.ItemRecord;

/** A file of items that can be read from its beginning, as often as wanted. One thread at a time. */
public interface ItemSource {

    /** The name of the file, without its folder. */
    String name();

    /** The day the file tells of: from its name, or else when it was last changed. */
    LocalDate asOf();

    /**
     * Reads all rows, in the order of the file; each row of it ends as an item, as a bad row, or as both.
     *
     * @throws UnreadableItemFileException when the file cannot be used at all; the message says why in a sentence
     * @throws IOException                 when reading fails
     */
    void read(Sink sink) throws IOException;

    /** Takes what is read, on the thread that reads. */
    interface Sink {

        /** @param line the line of the file, or the record where it has no lines, from 1 */
        void item(long line, ItemRecord item) throws IOException;

        /** A row that is no item, and why. */
        void bad(BadRow row) throws IOException;

        /**
         * Heard now and then.
         *
         * @param read  how many bytes of the file were read
         * @param total how many it has
         * @return false when reading is to end here; {@link ItemSource#read} then returns
         */
        boolean goOn(long read, long total) throws IOException;
    }

    /**
     * A row about which somebody should know.
     *
     * @param line     the line of the file, or the record where it has no lines, from 1
     * @param reason   what is the matter
     * @param imported whether there is an item of this row all the same
     * @param row      the row as it is in the file, but never more than its first 4,000 characters. May hold the file's
     *                 notes, and so names of people
     */
    record BadRow(long line, Reason reason, boolean imported, String row) {
        public BadRow {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(row, "row");
        }
    }

    /** What can be the matter with a row. */
    enum Reason {
        WRONG_FIELD_COUNT, EMPTY_BARCODE, UNSOUND_BARCODE, TOO_LONG, CONTROL_CHARACTERS,
        /** Bytes that are no letters in the file's encoding; they were replaced, unless it is the barcode. */
        NOT_UTF8,
        /** A date or a number that is none; it was left out. */
        UNREADABLE_VALUE,
        /** Another row has the same barcode. Both are items. */
        DUPLICATE_BARCODE,
        /** A record that is damaged, in a file that has no lines. */
        DAMAGED_RECORD,
        /** A record without items, for instance of something electronic. */
        NO_ITEM,
        /** An item in a record with several holdings, of which it does not say the one that it belongs to. */
        UNCLEAR_HOLDING
    }

    /** The file cannot be used at all. The message is a sentence: what is the matter and what to do. */
    final class UnreadableItemFileException extends IOException {
        private static final long serialVersionUID = 1L;

        public UnreadableItemFileException(String sentence) {
            super(sentence);
        }

        public UnreadableItemFileException(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
