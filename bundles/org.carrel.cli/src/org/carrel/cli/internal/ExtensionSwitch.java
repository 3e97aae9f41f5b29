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

/** Switches what was added on or off. */
@Command
final class ExtensionSwitch implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(ExtensionSwitch.class);

    private final Session session;
    private final boolean on;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "extension.id")
    private String id;

    ExtensionSwitch(Session session, boolean on) {
        this.session = session;
        this.on = on;
    }

    @Override
    public Integer call() throws CommandFailure {
        try {
            if (!session.extensions().switchTo(id, on)) {
                throw new CommandFailure(Exit.REFUSED, TEXTS.get("extension.unknown", id));
            }
        } catch (IOException e) {
            throw new CommandFailure(Exit.REFUSED, e.getMessage());
        }
        session.terminal().out().println(TEXTS.get(on ? "extension.on" : "extension.off", id));
        return Exit.OK;
    }
}
