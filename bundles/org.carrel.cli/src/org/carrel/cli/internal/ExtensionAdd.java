/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.carrel.extension.AddAnswer;
import org.carrel.extension.Extension;
import org.carrel.model.Texts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a bundle or an archive of bundles and adds it. */
@Command(name = "add")
final class ExtensionAdd implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(ExtensionAdd.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "extension.file")
    private Path file;

    ExtensionAdd(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        try {
            return switch (session.extensions().add(file.toAbsolutePath(), session.extensionRules())) {
                case AddAnswer.Added added -> {
                    Extension extension = added.extension();
                    added.remarks().forEach(session.terminal().err()::println);
                    session.terminal().out()
                            .println(TEXTS.get(added.replaced() ? "extension.replaced" : "extension.added",
                                    extension.id(), extension.version(), extension.name(),
                                    extension.signedBy().orElseGet(() -> TEXTS.get("extension.unsigned"))));
                    yield Exit.OK;
                }
                case AddAnswer.Refused refused -> throw new CommandFailure(Exit.REFUSED, refused.reason());
            };
        } catch (IOException e) {
            throw new CommandFailure(Exit.REFUSED, e.getMessage());
        }
    }
}
