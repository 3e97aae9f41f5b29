/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.concurrent.Callable;

import org.carrel.branch.ProfileReport;
import org.carrel.model.Texts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether a profile and its sealed file can be used; opens nothing and asks for no password. */
@Command(name = "check")
final class BranchCheck implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(BranchCheck.class);

    private final Session session;

    @Option(names = "--unsealed", descriptionKey = "check.unsealedToo")
    private boolean unsealedToo;

    BranchCheck(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        ProfileReport report = BranchReports.sound(session);
        session.terminal().out().println(TEXTS.get("check.sound", report.profile().orElseThrow().name()));
        if (report.profile().get().practice()) {
            return Exit.OK;
        }
        if (unsealedToo && report.seal().isEmpty()) {
            return Exit.OK;
        }
        return switch (report.seal().orElse(null)) {
            case null -> throw new CommandFailure(Exit.PROFILE_REFUSED, TEXTS.get("check.unsealed"));
            case ProfileReport.Seal.Unusable unusable -> throw new CommandFailure(Exit.PROFILE_REFUSED,
                    unusable.sentence());
            case ProfileReport.Seal.Readable seal when !seal.unconfirmed().isEmpty() -> throw new CommandFailure(
                    Exit.PROFILE_REFUSED, TEXTS.get("check.unconfirmed", String.join(", ", seal.unconfirmed())));
            case ProfileReport.Seal.Readable seal -> {
                session.terminal().out().println(TEXTS.get("check.sealed", seal.file(), seal.revision()));
                yield Exit.OK;
            }
        };
    }
}
