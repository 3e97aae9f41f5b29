/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.List;
import java.util.concurrent.Callable;

import org.carrel.extension.Extension;
import org.carrel.extension.Extension.State;
import org.carrel.model.Texts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was added, and how it is. */
@Command(name = "list")
final class ExtensionList implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(ExtensionList.class);

    private final Session session;

    @Option(names = "--start", descriptionKey = "extension.start")
    private boolean start;

    ExtensionList(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        if (start) {
            session.extensions().start(session.extensionRules(), false);
        }
        List<Extension> all = session.extensions().list();
        if (all.isEmpty()) {
            session.terminal().out().println(TEXTS.get("extension.none"));
        }
        for (Extension one : all) {
            session.terminal().out().println(TEXTS.get("extension.line", one.id(), one.version(), one.name(),
                    words(one.state()), one.signedBy().orElseGet(() -> TEXTS.get("extension.unsigned"))));
        }
        return all.stream().anyMatch(one -> one.state() instanceof State.Failed) ? Exit.REFUSED : Exit.OK;
    }

    private static String words(State state) {
        return switch (state) {
            case State.Running running when running.troubles().isEmpty() -> TEXTS.get("extension.state.running");
            case State.Running running -> TEXTS.get("extension.state.troubled", String.join(" ", running.troubles()));
            case State.Waiting waiting -> TEXTS.get("extension.state.waiting");
            case State.Off off -> TEXTS.get("extension.state.off");
            case State.SafeMode safe -> TEXTS.get("extension.state.safe");
            case State.Failed failed -> TEXTS.get("extension.state.failed", failed.reason());
        };
    }
}
