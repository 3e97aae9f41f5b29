/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.carrel.sync.QueueFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how things stand: the queue, its health, and whether the library system answers. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--no-probe", descriptionKey = "status.noProbe")
    private boolean noProbe;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TABLE", descriptionKey = "format")
    private QueueFiles.Format format;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        StatusReport report = StatusReport.of(session, !noProbe);
        report.write(format, session.terminal().out());
        return report.exitCode();
    }
}
