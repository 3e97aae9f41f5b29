/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.update.Release;
import org.carrel.update.Updates;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Installs the version before this one again, after asking. */
@Command(name = "rollback")
final class UpdateRollback implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(UpdateRollback.class);

    private final Session session;

    @Option(names = "--yes", descriptionKey = "update.yes")
    private boolean yes;

    UpdateRollback(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        Updates updates = session.updates();
        Optional<Release> before = updates.before();
        if (before.isEmpty()) {
            session.terminal().out().println(TEXTS.get("update.noneBefore"));
            return Exit.NOTHING_NEW;
        }
        UpdateWords words = new UpdateWords(session.terminal());
        words.mustBeWanted(yes, TEXTS.get("update.back", before.get().version()));
        try (UpdateProgress progress = new UpdateProgress(session.terminal().err())) {
            return words.say(updates.rollBack(progress));
        }
    }
}
