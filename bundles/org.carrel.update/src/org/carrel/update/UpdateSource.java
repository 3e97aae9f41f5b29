/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.BranchProfile;

/**
 * Where newer versions are from, and whom to believe.
 *
 * @param site   the folder of an update site: {@code https}, {@code http} or {@code file}, ending in a slash
 * @param key    OpenPGP public keys of those who must have signed what comes from there; empty for nobody
 * @param caFile certificates (PEM) that are trusted for {@code https} besides the system's; may be empty
 */
public record UpdateSource(URI site, Optional<Path> key, Optional<Path> caFile) {

    public UpdateSource {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(caFile, "caFile");
    }

    /** What the profile of a branch says; empty when it names no site. */
    public static Optional<UpdateSource> of(BranchProfile profile) {
        return profile.updates().site()
                .map(site -> new UpdateSource(site, profile.updates().key(), profile.system().caFile()));
    }
}
