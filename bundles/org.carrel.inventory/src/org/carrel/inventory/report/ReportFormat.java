/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A kind of file that reports can be written as. Found as OSGi services. Safe for use by several threads.
 *
 * <p>
 * A format writes and nothing else: drafts, progress, cancelling, and disks that are full are the business of
 * {@link ReportFiles}.
 */
public interface ReportFormat {

    /** Names the format for scripts and settings; never changes: lower-case letters, digits and hyphens. */
    String id();

    /** What people read. */
    String name();

    /** How names of such files end, without the dot. */
    String ending();

    /**
     * Writes {@code report}. Every section of it is read once, in order.
     *
     * @param out is not closed
     * @throws UnwritableReportException when such a file cannot hold the report; the message is a sentence
     * @throws IOException               when writing fails, or when reading rows ends with it, which must be passed on
     */
    void write(Report report, ReportSettings settings, OutputStream out) throws IOException;

    /** A file of that format cannot hold the report. The message is a sentence: why, and what to do. */
    final class UnwritableReportException extends IOException {
        private static final long serialVersionUID = 1L;

        public UnwritableReportException(String sentence) {
            super(sentence);
        }
    }
}
