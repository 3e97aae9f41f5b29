/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;

import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.sync.NextStep;
import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows all that is known of one row, and what to do about it. */
@Command(name = "show")
final class QueueShow implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(QueueShow.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "ROW", descriptionKey = "show.row")
    private String row;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TABLE", descriptionKey = "format")
    private QueueFiles.Format format;

    QueueShow(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        List<QueueEntry> found = RowNames.find(session.view(), List.of(row));
        if (format == QueueFiles.Format.TABLE) {
            show(found.getFirst(), session.branch().profile().zone(), session.terminal().out());
        } else {
            session.files().write(found, format, session.terminal().out());
        }
        return Exit.OK;
    }

    private static void show(QueueEntry entry, ZoneId zone, PrintWriter out) {
        Transaction transaction = entry.transaction();
        Standing standing = entry.standing();
        out.println(TEXTS.get("show.number", Long.toString(entry.sequence())));
        out.println(TEXTS.get("show.id", entry.id()));
        out.println(TEXTS.get("show.kind", Words.kind(transaction)));
        if (transaction instanceof CheckOut checkOut) {
            out.println(TEXTS.get("show.patron", checkOut.patron().value()));
        }
        out.println(TEXTS.get("show.item", transaction.item().value()));
        if (transaction instanceof CheckOut checkOut) {
            out.println(TEXTS.get("show.due", Words.minutes(checkOut.dueAt(), zone)));
        }
        standing.serverDueAt().ifPresent(due -> out.println(TEXTS.get("show.serverDue", Words.minutes(due, zone))));
        out.println(TEXTS.get("show.recorded", Words.minutes(transaction.occurredAt(), zone),
                transaction.origin().workstation()));
        out.println(TEXTS.get("show.state", Words.of(entry.state()), Words.minutes(standing.changedAt(), zone),
                standing.attempts()));
        standing.problem().ifPresent(problem -> out.println(TEXTS.get("show.problem", problem.type(),
                problem.detail())));
        if (!standing.detail().isBlank()) {
            out.println(TEXTS.get("show.detail", standing.detail()));
        }
        NextStep next = NextStep.of(entry);
        out.println(TEXTS.get("show.next", next.headline(), next.advice()));
    }
}
