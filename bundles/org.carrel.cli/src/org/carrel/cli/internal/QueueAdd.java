/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.carrel.circulation.Caution;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records a file of scans by the rules of the desk; bad lines are named and the rest is kept. */
@Command(name = "add")
final class QueueAdd implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(QueueAdd.class);
    private static final int STEP = 1_000;

    private final Session session;
    private final List<QueueEntry> rows = new ArrayList<>();
    private int recorded;
    private int refused;
    private boolean journaled;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "add.file")
    private Path file;

    @Option(names = "--override", descriptionKey = "add.override")
    private boolean override;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "add.format")
    private QueueFiles.Format format;

    QueueAdd(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        CirculationDesk desk = session.desk();
        DueWords dueWords = new DueWords(session.branch().profile(), desk);
        Set<Caution> overridden = override ? EnumSet.allOf(Caution.class) : Set.of();
        try (BufferedReader opened = open()) {
            BoundedLines lines = new BoundedLines(opened);
            for (Optional<BoundedLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                BoundedLines.Line line = next.get();
                Optional<ScanLine> scan = ScanLine.parse(line);
                if (scan.isPresent()) {
                    note(line.number(), DeskScans.record(desk, dueWords, scan.get(), overridden));
                }
            }
        }
        if (format != null) {
            session.files().write(rows, format, session.terminal().out());
        }
        session.terminal().err().println(TEXTS.get("add.summary", recorded, refused));
        return refused > 0 ? Exit.REFUSED : Exit.OK;
    }

    private BufferedReader open() throws CommandFailure {
        if (file == null || file.toString().equals("-")) {
            return session.terminal().in();
        }
        return TextFiles.reader(file);
    }

    private void note(long line, DeskAnswer answer) throws CommandFailure {
        switch (answer) {
            case DeskAnswer.Recorded done -> {
                rows.add(done.entry());
                progress();
            }
            case DeskAnswer.Journaled done -> {
                if (!journaled) {
                    session.terminal().err().println(done.warning());
                    journaled = true;
                }
                progress();
            }
            case DeskAnswer.Doubtful doubtful -> refuse(line, TEXTS.get("line.doubtful", doubtful.sentence()));
            case DeskAnswer.Refused no -> refuse(line, no.sentence());
            case DeskAnswer.NotSaved not -> {
                session.terminal().err().println(not.sentence());
                throw new CommandFailure(Exit.STORE_UNAVAILABLE, TEXTS.get("add.stopped", line, recorded));
            }
        }
    }

    private void progress() {
        if (++recorded % STEP == 0) {
            session.terminal().err().println(TEXTS.get("add.progress", recorded));
        }
    }

    private void refuse(long line, String sentence) {
        refused++;
        session.terminal().err().println(TEXTS.get("line.refused", Long.toString(line), sentence));
    }
}
