/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueView;
import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes rows for ever, after naming what would be lost. */
@Command(name = "delete")
final class QueueDelete implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(QueueDelete.class);
    private static final int PIECE = 1_000;
    private static final int SHOWN = 20;

    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "ROW", descriptionKey = "delete.rows")
    private List<String> names = List.of();

    @Mixin
    private RowFilter filter;

    @Option(names = "--yes", descriptionKey = "delete.yes")
    private boolean yes;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "delete.format")
    private QueueFiles.Format format;

    QueueDelete(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        if (names.isEmpty() == !filter.isNarrow()) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("delete.what"));
        }
        List<QueueEntry> rows = names.isEmpty() ? filtered() : RowNames.find(session.view(), names);
        if (rows.isEmpty()) {
            session.terminal().err().println(TEXTS.get("delete.nothing"));
            return Exit.OK;
        }
        warn(rows);
        if (!yes && !session.terminal().confirm(TEXTS.get("delete.question", rows.size()))
                .orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("delete.nobody")))) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("delete.kept"));
        }
        return delete(rows);
    }

    private List<QueueEntry> filtered() throws CommandFailure {
        QueueView view = session.view();
        long[] index = view.index(filter.query());
        List<QueueEntry> rows = new ArrayList<>();
        for (int from = 0; from < index.length; from += PIECE) {
            rows.addAll(view.entries(Arrays.copyOfRange(index, from, Math.min(index.length, from + PIECE))));
        }
        return rows;
    }

    /** Shows the rows, and says how many of them the library system does not have. */
    private void warn(List<QueueEntry> rows) throws CommandFailure, IOException {
        session.files().write(rows.subList(0, Math.min(SHOWN, rows.size())), QueueFiles.Format.TABLE,
                session.terminal().err());
        if (rows.size() > SHOWN) {
            session.terminal().err().println(TEXTS.get("delete.more", rows.size() - SHOWN));
        }
        long lost = rows.stream().filter(row -> row.state() != TransactionState.UPLOADED
                && row.state() != TransactionState.SUPERSEDED).count();
        session.terminal().err().println(lost == 0 ? TEXTS.get("delete.noLoss") : TEXTS.get("delete.loss", lost));
    }

    private int delete(List<QueueEntry> rows) throws CommandFailure, IOException {
        Set<TransactionId> gone = new HashSet<>();
        for (int from = 0; from < rows.size(); from += PIECE) {
            List<TransactionId> ids = rows.subList(from, Math.min(rows.size(), from + PIECE)).stream()
                    .map(QueueEntry::id).toList();
            gone.addAll(session.queue().delete(ids, session.branch().origin()));
        }
        if (format != null) {
            session.files().write(rows.stream().filter(row -> gone.contains(row.id())).toList(), format,
                    session.terminal().out());
        }
        session.terminal().err().println(TEXTS.get("delete.summary", gone.size()));
        if (gone.size() < rows.size()) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("delete.inFlight", rows.size() - gone.size()));
        }
        return Exit.OK;
    }
}
