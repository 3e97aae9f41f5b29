/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.port.QueueQuery;
import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the queue to a file that another desk, an administrator or a spreadsheet can read. */
@Command(name = "export")
final class QueueExport implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(QueueExport.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "export.file")
    private Path file;

    @Mixin
    private RowFilter filter;

    @Option(names = "--force", descriptionKey = "export.force")
    private boolean force;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "CSV", descriptionKey = "export.format")
    private QueueFiles.Format format;

    QueueExport(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        QueueQuery query = filter.query();
        QueueFiles files = session.files();
        session.terminal().err().println(TEXTS.get("export.patronData"));
        int rows = file.toString().equals("-") ? files.write(query, format, session.terminal().out())
                : toFile(files, query);
        session.terminal().err().println(TEXTS.get("export.summary", rows));
        return Exit.OK;
    }

    private int toFile(QueueFiles files, QueueQuery query) throws CommandFailure, IOException {
        Writer writer = TextFiles.privateWriter(file, force);
        try (writer) {
            return files.write(query, format, writer);
        } catch (IOException e) {
            // Half a file could pass for a whole one.
            Files.deleteIfExists(file);
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("export.failed", file, e.getMessage()));
        }
    }
}
