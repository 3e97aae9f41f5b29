/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;

import org.carrel.model.CheckOut;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.port.JournalFiles.Line;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what is in a journal that was put aside, so that somebody can compare it with paper. */
@Command(name = "journal")
final class QueueJournal implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(QueueJournal.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "journal.file")
    private Path file;

    QueueJournal(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        ZoneId zone = session.branch().profile().zone();
        PrintWriter out = session.terminal().out();
        boolean[] whole = { true };
        try {
            session.journalFiles().read(file, line -> {
                whole[0] &= line instanceof Line.Scan || line instanceof Line.Read;
                out.println(TEXTS.get("journal.line", Long.toString(line.place()), words(line, zone)));
            });
        } catch (IOException e) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("journal.unreadable", file));
        }
        return whole[0] ? Exit.OK : Exit.REFUSED;
    }

    private static String words(Line line, ZoneId zone) {
        return switch (line) {
            case Line.Scan scan -> words(scan.transaction(), zone);
            case Line.Read read -> TEXTS.get("journal.read", read.project().name(), read.session().person(),
                    ReadLine.words(read.mark()), Words.minutes(read.mark().at(), zone));
            case Line.Damaged damaged -> TEXTS.get("journal.damaged", damaged.words());
            case Line.Closed closed -> TEXTS.get("journal.closed");
        };
    }

    private static String words(Transaction transaction, ZoneId zone) {
        String recorded = Words.minutes(transaction.occurredAt(), zone);
        return transaction instanceof CheckOut out
                ? TEXTS.get("journal.checkOut", out.item().value(), out.patron().value(),
                        Words.minutes(out.dueAt(), zone), recorded)
                : TEXTS.get("journal.checkIn", transaction.item().value(), recorded);
    }
}
