/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Objects;

import org.carrel.model.QueueEntry;

/**
 * A file format in which the queue can be given to another program. Contributed by the extension point
 * {@code org.carrel.sync.exchangeFormats}. One object writes all files of a format, perhaps several at once, so it
 * keeps nothing between calls.
 */
@FunctionalInterface
public interface ExchangeFormat {

    /** The rows of a file, in the order in which they were recorded. */
    interface Rows {

        /**
         * Gives each row to {@code to}, one after the other, without holding them all; may be asked for more than once,
         * and gives the same rows then.
         *
         * @throws IOException what {@code to} throws
         */
        void each(Sink to) throws IOException;
    }

    /** Takes rows. */
    @FunctionalInterface
    interface Sink {
        /** The next row. */
        void take(QueueEntry row) throws IOException;
    }

    /**
     * What a format may want to know besides the rows.
     *
     * @param branchName what people call the branch
     * @param zone       in which its times are meant
     */
    record Facts(String branchName, ZoneId zone) {
        public Facts {
            Objects.requireNonNull(branchName, "branchName");
            Objects.requireNonNull(zone, "zone");
        }
    }

    /**
     * Writes a whole file. May take its time; never called on the thread that shows the window.
     *
     * @param to buffered; flushed and closed by whoever opened it
     * @throws IOException when {@code to} fails, or with a sentence when these rows cannot be written in this format
     */
    void write(Rows rows, Facts facts, OutputStream to) throws IOException;
}
