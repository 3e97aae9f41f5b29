/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.concurrent.Callable;

import org.carrel.update.UpdateAnswer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether a newer version is there. */
@Command(name = "look")
final class UpdateLook implements Callable<Integer> {

    private final Session session;

    @Mixin
    private UpdateOptions options;

    UpdateLook(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        try (UpdateProgress progress = new UpdateProgress()) {
            UpdateAnswer answer = session.updates().look(options.source(session), progress);
            return new UpdateWords(session.terminal()).say(answer);
        }
    }
}
