/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.concurrent.Callable;

import org.carrel.branch.Grant;
import org.carrel.branch.ProfileReport;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;

import picocli.CommandLine.Command;

/** Shows a branch and who has a password there; no secret, for it asks for none. */
@Command(name = "show")
final class BranchShow implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(BranchShow.class);

    private final Session session;

    BranchShow(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        ProfileReport report = BranchReports.sound(session);
        BranchProfile profile = report.profile().orElseThrow();
        PrintWriter out = session.terminal().out();
        out.println(TEXTS.get("branch.name", profile.name(), profile.id()));
        out.println(TEXTS.get("branch.zone", profile.zone()));
        out.println(TEXTS.get("branch.registry", profile.registry().branch(), profile.registry().institution()));
        out.println(TEXTS.get("practice.ncip", profile.system().ncip()));
        out.println(TEXTS.get("practice.token", profile.system().token()));
        out.println(TEXTS.get("practice.key", profile.signIn().key()));
        switch (report.seal().orElse(null)) {
            case null -> out.println(TEXTS.get(profile.practice() ? "branch.practice" : "check.unsealed"));
            case ProfileReport.Seal.Unusable unusable -> throw new CommandFailure(Exit.PROFILE_REFUSED,
                    unusable.sentence());
            case ProfileReport.Seal.Readable seal -> show(seal, profile.zone(), out);
        }
        return Exit.OK;
    }

    private static void show(ProfileReport.Seal.Readable seal, ZoneId zone, PrintWriter out) {
        out.println(TEXTS.get("branch.sealed", seal.file(), seal.revision(), Words.minutes(seal.written(), zone)));
        out.println(TEXTS.get("recovery.name", seal.recoveryKey()));
        for (Grant grant : seal.grants()) {
            out.println(TEXTS.get("branch.grant", grant.name(), Words.minutes(grant.since(), zone)));
        }
        if (!seal.unconfirmed().isEmpty()) {
            out.println(TEXTS.get("check.unconfirmed", String.join(", ", seal.unconfirmed())));
        }
    }
}
