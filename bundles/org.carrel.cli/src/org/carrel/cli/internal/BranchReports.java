/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.file.Path;
import java.time.Clock;

import org.carrel.branch.ProfileFiles;
import org.carrel.branch.ProfileReport;
import org.carrel.model.Texts;

/** What there is to say about the profile that a command was given. */
final class BranchReports {

    private static final Texts TEXTS = Texts.of(BranchReports.class);

    private BranchReports() {}

    /** The report on a profile that can be used; its warnings were said, and errors end the command. */
    static ProfileReport sound(Session session) throws CommandFailure {
        ProfileFiles files = new ProfileFiles(Clock.systemUTC());
        Path profile = session.profile().or(files::standard)
                .orElseThrow(() -> new CommandFailure(Exit.PROFILE_REFUSED, TEXTS.get("branch.none")));
        ProfileReport report = files.inspect(profile);
        session.warn(report.warnings());
        if (report.profile().isEmpty()) {
            throw session.refused(report.errors());
        }
        return report;
    }
}
