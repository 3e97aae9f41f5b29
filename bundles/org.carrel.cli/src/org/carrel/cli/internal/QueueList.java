/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.port.QueueQuery;
import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the queue, the oldest first. */
@Command(name = "list")
final class QueueList implements Callable<Integer> {

    private static final int MOST = 1_000;

    private final Session session;

    @Mixin
    private RowFilter filter;

    @Option(names = "--last", paramLabel = "N", descriptionKey = "list.last")
    private Integer last;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TABLE", descriptionKey = "format")
    private QueueFiles.Format format;

    QueueList(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        QueueQuery query = filter.query();
        if (last == null) {
            session.files().write(query, format, session.terminal().out());
            return Exit.OK;
        }
        if (last < 1 || last > MOST) {
            throw new CommandFailure(Exit.USAGE, Texts.of(QueueList.class).get("list.badLast", MOST));
        }
        long[] rows = session.view().index(query);
        long[] newest = Arrays.copyOfRange(rows, Math.max(0, rows.length - last), rows.length);
        session.files().write(session.view().entries(newest), format, session.terminal().out());
        return Exit.OK;
    }
}
