/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes what was added. */
@Command(name = "remove")
final class ExtensionRemove implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(ExtensionRemove.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "extension.id")
    private String id;

    ExtensionRemove(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        try {
            if (!session.extensions().remove(id)) {
                throw new CommandFailure(Exit.REFUSED, TEXTS.get("extension.unknown", id));
            }
        } catch (IOException e) {
            throw new CommandFailure(Exit.REFUSED, e.getMessage());
        }
        session.terminal().out().println(TEXTS.get("extension.removed", id));
        return Exit.OK;
    }
}
