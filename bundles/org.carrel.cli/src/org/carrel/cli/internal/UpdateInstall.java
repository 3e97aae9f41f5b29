/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.update.UpdateAnswer;
import org.carrel.update.UpdateSource;
import org.carrel.update.Updates;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Installs the newest version, after asking. */
@Command(name = "install")
final class UpdateInstall implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(UpdateInstall.class);

    private final Session session;

    @Mixin
    private UpdateOptions options;

    @Option(names = "--yes", descriptionKey = "update.yes")
    private boolean yes;

    UpdateInstall(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        UpdateSource source = options.source(session);
        Updates updates = session.updates();
        UpdateWords words = new UpdateWords(session.terminal());
        try (UpdateProgress progress = new UpdateProgress(session.terminal().err())) {
            UpdateAnswer found = updates.look(source, Updates.Progress.NONE);
            int code = words.say(found);
            if (!(found instanceof UpdateAnswer.Newer)) {
                return code;
            }
            words.mustBeWanted(yes, TEXTS.get("update.question"));
            return words.say(updates.install(source, progress));
        }
    }
}
