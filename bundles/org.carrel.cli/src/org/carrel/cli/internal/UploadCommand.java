/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.UploadRun.Ending;
import org.carrel.model.port.QueueQuery;
import org.carrel.sync.QueueFiles;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.Uploader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Uploads everything that is pending, and says what became of it. */
@Command(name = "upload")
final class UploadCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(UploadCommand.class);

    private final Session session;

    @Mixin
    private WsKeySecret secret;

    @Option(names = "--quiet", descriptionKey = "upload.quiet")
    private boolean quiet;

    UploadCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        Uploader uploader = session.uploader();
        if (session.view().counts().keySet().stream().noneMatch(TransactionState::isPending)) {
            session.terminal().out().println(TEXTS.get("upload.nothing"));
            return Exit.OK;
        }
        secret.supply(session);
        PracticeUp.ensure(session);
        UploadRun run = uploader.run(quiet ? UploadMonitor.SILENT : new UploadProgress(session.terminal().err()));
        if (run.failed() > 0) {
            session.files().write(QueueQuery.all().withStates(Set.of(TransactionState.UPLOAD_FAILED))
                    .sortedBy(QueueQuery.Order.SEQUENCE, false), QueueFiles.Format.TABLE, session.terminal().out());
        }
        session.terminal().out().println(TEXTS.get("upload.summary", run.uploaded(), run.failed(),
                run.commsFailures(), run.superseded()));
        if (!run.detail().isBlank()) {
            session.terminal().err().println(run.detail());
        }
        return exitCode(run);
    }

    private static int exitCode(UploadRun run) {
        return switch (run.ending().orElse(Ending.STORE_FAILED)) {
            case COMPLETED -> run.failed() > 0 ? Exit.REFUSED : run.commsFailures() > 0 ? Exit.SYSTEM_AWAY : Exit.OK;
            case CANCELLED -> Exit.REFUSED;
            case SIGN_IN_REFUSED -> Exit.SIGN_IN_REFUSED;
            case SYSTEM_AWAY -> Exit.SYSTEM_AWAY;
            case STORE_FAILED -> Exit.STORE_UNAVAILABLE;
        };
    }
}
