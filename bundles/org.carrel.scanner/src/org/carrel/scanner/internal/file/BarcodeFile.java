/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The barcodes of a file: one a line, or a table (comma, semicolon or tab) with a header that names its barcode
 * column. Before a barcode {@code n:} may stand, as memory scanners for inventories write it, and around it what Excel
 * needs to leave it alone: {@code ="123"}. UTF-8, UTF-16 or Latin-1, told from the bytes.
 *
 * @param form    what it was read as, a few words for people
 * @param entries what was understood, in order
 * @param bad     lines that hold no barcode, in order; not more than {@value #MOST_BAD_LINES}, see {@code badLines}
 * @param badLines how many there were
 */
public record BarcodeFile(String form, List<Entry> entries, List<BadLine> bad, int badLines) {

    /** A bigger one is something else. */
    public static final long MOST_BYTES = 32L * 1024 * 1024;
    /** More entries than any library shelves in a day. */
    public static final int MOST_ENTRIES = 500_000;
    /** Enough of them to see what is wrong. */
    public static final int MOST_BAD_LINES = 1_000;

    public BarcodeFile {
        Objects.requireNonNull(form, "form");
        entries = List.copyOf(entries);
        bad = List.copyOf(bad);
    }

    /** A barcode and the line it is in, from 1. Its text is kept verbatim but for what is named above. */
    public record Entry(long line, String barcode) {
        public Entry {
            Objects.requireNonNull(barcode, "barcode");
        }

        @Override
        public String toString() {
            return "line " + line;
        }
    }

    /** A line, from 1, that holds no barcode, and why: a sentence that does not repeat it. */
    public record BadLine(long line, String sentence) {
        public BadLine {
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read or is too big; the message is a sentence for those this class found
     */
    public static BarcodeFile read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Reads a stream to its end; see {@link #read(Path)}. */
    public static BarcodeFile read(InputStream in) throws IOException {
        return new BarcodeFileReader().read(in);
    }
}
