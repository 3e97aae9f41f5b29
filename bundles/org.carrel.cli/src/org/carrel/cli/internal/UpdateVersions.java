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

/** Lists what is installed, and what one can go back to. */
@Command(name = "versions")
final class UpdateVersions implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(UpdateVersions.class);

    private final Session session;

    UpdateVersions(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        Updates updates = session.updates();
        Optional<Release> now = updates.installed();
        if (now.isEmpty()) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("update.unknown"));
        }
        session.terminal().out().println(TEXTS.get("update.now", now.get().version(), now.get().name()));
        updates.before().ifPresent(before -> session.terminal().out()
                .println(TEXTS.get("update.before", before.version(), before.name())));
        return Exit.OK;
    }
}
