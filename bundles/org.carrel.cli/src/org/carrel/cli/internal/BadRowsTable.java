/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemSnapshots;

/** Writes the bad rows of the last import. They are as in the item file, so its notes are among them. */
final class BadRowsTable {

    private static final Texts TEXTS = Texts.of(BadRowsTable.class);

    private final Session session;

    BadRowsTable(Session session) {
        this.session = session;
    }

    /** @param file standard output for {@code -} */
    void write(ItemSnapshots snapshots, Path file, boolean force) throws CommandFailure, IOException {
        if (file.toString().equals("-")) {
            print(snapshots, session.terminal().out());
            return;
        }
        try (OutputStream bytes = TextFiles.privateStream(file, force)) {
            Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            print(snapshots, text);
            text.flush();
        } catch (IOException e) {
            // Half a list could pass for a whole one.
            Files.deleteIfExists(file);
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("inventory.badRowsFailed", e.getMessage()));
        }
        session.terminal().err().println(TEXTS.get("inventory.badRowsWritten", file));
    }

    private static void print(ItemSnapshots snapshots, Appendable to) throws IOException {
        CSVPrinter printer = new CSVPrinter(to, CSVFormat.RFC4180);
        printer.printRecord("line", "reason", "imported", "row");
        try {
            snapshots.badRows(row -> {
                try {
                    printer.printRecord(row.line(), row.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            row.imported(), row.row());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }
}
