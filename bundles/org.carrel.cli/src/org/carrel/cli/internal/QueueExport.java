/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.carrel.model.Texts;
import org.carrel.model.port.QueueQuery;
import org.carrel.sync.QueueFiles;
import org.carrel.sync.exchange.ExchangeFiles;

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
    private String format;

    @Option(names = "--seal", descriptionKey = "export.seal")
    private boolean seal;

    @Option(names = "--yes", descriptionKey = "export.yes")
    private boolean yes;

    QueueExport(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        QueueQuery query = filter.query();
        QueueFiles files = session.files();
        Writing writing = writing(files, query);
        if (seal) {
            checkSealing(files);
        }
        announce(files.personalData(query));
        int rows = file.toString().equals("-") ? toOutput(writing) : toFile(writing);
        session.terminal().err().println(TEXTS.get(seal ? "export.sealed" : "export.summary", rows));
        return Exit.OK;
    }

    /** Writes all rows in the format that was asked for; gives their number. */
    private interface Writing {
        int to(OutputStream bytes) throws IOException;
    }

    private Writing writing(QueueFiles files, QueueQuery query) throws CommandFailure {
        if (seal) {
            return bytes -> files.writeSealed(query, bytes);
        }
        Optional<QueueFiles.Format> own = Arrays.stream(QueueFiles.Format.values())
                .filter(known -> known.name().equalsIgnoreCase(format)).findFirst();
        if (own.isPresent()) {
            return bytes -> {
                Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
                int rows = files.write(query, own.get(), text);
                text.flush();
                return rows;
            };
        }
        Optional<ExchangeFiles> others = session.exchangeFiles()
                .filter(exchange -> exchange.formats().stream().anyMatch(known -> known.id().equals(format)));
        if (others.isEmpty()) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("export.unknown", format, known()));
        }
        return bytes -> {
            BufferedOutputStream buffered = new BufferedOutputStream(bytes);
            int rows = others.get().write(query, format, buffered);
            buffered.flush();
            return rows;
        };
    }

    private String known() throws CommandFailure {
        return Stream.concat(
                Arrays.stream(QueueFiles.Format.values()).map(own -> own.name().toLowerCase(Locale.ROOT)),
                session.exchangeFiles().stream().flatMap(exchange -> exchange.formats().stream())
                        .map(ExchangeFiles.Format::id))
                .collect(Collectors.joining(", "));
    }

    private int toOutput(Writing writing) throws CommandFailure {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            int rows = writing.to(bytes);
            session.terminal().out().print(bytes.toString(StandardCharsets.UTF_8));
            return rows;
        } catch (IOException e) {
            throw new CommandFailure(Exit.REFUSED, e.getMessage());
        }
    }

    private void checkSealing(QueueFiles files) throws CommandFailure {
        if (!files.canSeal()) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("export.noKey"));
        }
        if (!file.toString().endsWith(QueueFiles.SEALED_ENDING)) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("export.sealedName", QueueFiles.SEALED_ENDING));
        }
    }

    /** Says what the file will give away, before it is there; a person may think better of it. */
    private void announce(QueueFiles.PersonalData data) throws CommandFailure {
        session.terminal().err().println(data.sentence());
        boolean harmless = seal || data.patrons() == 0 && data.operators() == 0;
        if (!harmless && !yes && !session.terminal().confirm(TEXTS.get("export.question")).orElse(true)) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("export.kept"));
        }
    }

    private int toFile(Writing writing) throws CommandFailure, IOException {
        try (OutputStream bytes = TextFiles.privateStream(file, force)) {
            return writing.to(bytes);
        } catch (IOException e) {
            // Half a file could pass for a whole one.
            Files.deleteIfExists(file);
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("export.failed", file, e.getMessage()));
        }
    }
}
