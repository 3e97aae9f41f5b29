/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.inventory.comparison.ShelfRead;
import org.carrel.inventory.comparison.Stretch;
import org.carrel.model.Barcodes;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;

/** A file of barcodes, one a line, as they were scanned along the shelves. */
final class ScanList {

    private static final Texts TEXTS = Texts.of(ScanList.class);
    /** More than a person scans in a year; a file that is longer is something else. */
    private static final int MOST = 5_000_000;

    private ScanList() {}

    /**
     * Reads {@code file} as one stretch. Empty lines are passed over. When a line is no barcode, nothing is done with
     * the file: its number is said, and a report of the rest would be of something else than was scanned.
     */
    static Stretch read(Path file, Terminal terminal) throws CommandFailure, IOException {
        List<ShelfRead> reads = new ArrayList<>();
        int bad = 0;
        try (InputStream in = TextFiles.stream(file)) {
            Instant at = Files.getLastModifiedTime(file).toInstant();
            BoundedLines lines = new BoundedLines(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                String text = line.get().text().strip();
                if (line.get().tooLong() || !text.isEmpty() && !Barcodes.isSound(text)) {
                    bad++;
                    terminal.err().println(TEXTS.get("scans.badLine", file, line.get().number()));
                } else if (!text.isEmpty()) {
                    reads.add(new ShelfRead(new ItemBarcode(text), at, ""));
                }
                if (reads.size() > MOST || bad > 100) {
                    throw new CommandFailure(Exit.REFUSED, TEXTS.get("scans.notAList", file));
                }
            }
        }
        if (bad > 0) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("scans.bad", file, bad));
        }
        return Stretch.of(reads);
    }
}
