/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carrel.model.Texts;
import org.carrel.model.TransactionId;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.AuditTrail.Line;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the audit trail, the oldest line first, as it is read. */
@Command(name = "list")
final class AuditList implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(AuditList.class);

    /** How to write the lines. */
    enum Format {
        TABLE, CSV
    }

    private final Session session;

    @Option(names = "--transaction", paramLabel = "ID", descriptionKey = "audit.transaction")
    private String transaction;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TABLE", descriptionKey = "audit.format")
    private Format format;

    AuditList(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        Optional<TransactionId> only = only();
        AuditTrail trail = session.audit();
        PrintWriter out = session.terminal().out();
        Consumer<Line> writer = switch (format) {
            case TABLE -> line -> out.println(TEXTS.get("audit.line", Long.toString(line.sequence()), line.at(),
                    line.by().workstation(), line.by().operator(), line.deed(), about(line)));
            case CSV -> csv(out);
        };
        trail.read(line -> {
            if (only.isEmpty() || only.equals(line.transaction())) {
                writer.accept(line);
            }
        });
        return Exit.OK;
    }

    private Optional<TransactionId> only() throws CommandFailure {
        try {
            return Optional.ofNullable(transaction).map(TransactionId::parse);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("audit.badTransaction", transaction));
        }
    }

    private static String about(Line line) {
        return String.join(" ", line.transaction().map(TransactionId::toString).orElse(""),
                line.patron().isEmpty() ? "" : TEXTS.get("audit.patron", line.patron()), line.detail()).strip();
    }

    private static Consumer<Line> csv(PrintWriter out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord("sequence", "at", "workstation", "operator", "deed", "transaction", "patron-hash",
                "detail");
        return line -> {
            try {
                printer.printRecord(line.sequence(), line.at(), line.by().workstation(), line.by().operator(),
                        line.deed(), line.transaction().map(TransactionId::toString).orElse(""), line.patron(),
                        line.detail());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
