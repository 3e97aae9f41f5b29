/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.net.URI;
import java.nio.file.Path;

import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.carrel.model.UpdateRules;
import org.carrel.update.UpdateSource;

import picocli.CommandLine.Option;

/** Where newer versions are from. */
final class UpdateOptions {

    private static final Texts TEXTS = Texts.of(UpdateOptions.class);

    @Option(names = "--site", paramLabel = "SITE", descriptionKey = "update.site")
    private String site;

    /** As the profile says, unless an option says where else; whom to believe is always the profile's to say. */
    UpdateSource source(Session session) throws CommandFailure {
        BranchProfile profile = session.unopenedProfile();
        if (site == null) {
            return UpdateSource.of(profile)
                    .orElseThrow(() -> new CommandFailure(Exit.REFUSED, TEXTS.get("update.noSite")));
        }
        URI address = UpdateRules.site(site, Path.of(""))
                .orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("update.badSite", site)));
        if (UpdateRules.isOpenToOthers(address) && profile.updates().key().isEmpty()) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("update.openSite", address));
        }
        return new UpdateSource(address, profile.updates().key(), profile.system().caFile());
    }
}
