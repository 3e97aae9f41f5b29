/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.TransactionQueue;
import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in what another desk exported; reading one file twice adds nothing. */
@Command(name = "import")
final class QueueImport implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(QueueImport.class);
    private static final int PIECE = 500;

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "import.file")
    private Path file;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "import.format")
    private QueueFiles.Format format;

    QueueImport(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        TransactionQueue queue = session.queue();
        QueueFiles.Reading reading = read();
        reading.badLines().forEach(bad -> session.terminal().err()
                .println(TEXTS.get("line.refused", Long.toString(bad.number()), bad.sentence())));
        int before = session.view().count(QueueQuery.all());
        List<Transaction> all = reading.transactions();
        for (int from = 0; from < all.size(); from += PIECE) {
            add(queue, all.subList(from, Math.min(all.size(), from + PIECE)), from);
        }
        int added = session.view().count(QueueQuery.all()) - before;
        session.terminal().err().println(TEXTS.get("import.summary", added, all.size() - added,
                reading.badLines().size()));
        return reading.badLines().isEmpty() ? Exit.OK : Exit.REFUSED;
    }

    private QueueFiles.Reading read() throws CommandFailure, IOException {
        if (format == null && file.toString().toLowerCase(Locale.ROOT).endsWith(QueueFiles.SEALED_ENDING)) {
            return readSealed();
        }
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        QueueFiles.Format wanted = format != null ? format : json ? QueueFiles.Format.JSON : QueueFiles.Format.CSV;
        if (wanted == QueueFiles.Format.TABLE) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("import.table"));
        }
        if (file.toString().equals("-")) {
            return session.files().read(wanted, session.terminal().in());
        }
        try (BufferedReader reader = TextFiles.reader(file)) {
            return session.files().read(wanted, reader);
        }
    }

    private QueueFiles.Reading readSealed() throws CommandFailure, IOException {
        try (InputStream bytes = TextFiles.stream(file)) {
            return switch (session.files().readSealed(bytes)) {
                case QueueFiles.SealedReading.Opened opened -> opened.reading();
                case QueueFiles.SealedReading.Refused refused -> throw new CommandFailure(Exit.REFUSED,
                        refused.sentence());
            };
        }
    }

    private void add(TransactionQueue queue, List<Transaction> piece, int before) throws CommandFailure {
        switch (queue.add(piece)) {
            case Acknowledgement.Stored stored -> {
                // Counted at the end.
            }
            case Acknowledgement.Journaled journaled -> session.terminal().err().println(journaled.reason());
            case Acknowledgement.NotSaved not -> {
                session.terminal().err().println(not.reason());
                throw new CommandFailure(Exit.STORE_UNAVAILABLE, TEXTS.get("import.stopped", before));
            }
        }
    }
}
