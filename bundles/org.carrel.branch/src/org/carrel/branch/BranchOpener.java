/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import org.carrel.branch.internal.ProfileOpener;
import org.carrel.branch.internal.Surroundings;

/**
 * Opens a branch without any framework: what {@link BranchSetup} does, short of registering services and starting the
 * log. For tests and for programs on a plain class path. Immutable; safe for use by several threads.
 */
public final class BranchOpener {

    private final ProfileOpener opener;

    /** Works with the environment and the system properties of this process. */
    public BranchOpener(Clock clock) {
        this.opener = new ProfileOpener(clock, Surroundings.real(Optional.empty()));
    }

    /** See {@link BranchSetup#open}. Each call opens afresh. */
    public BranchOpening open(Optional<Path> profile, Path dataRoot) {
        return opener.open(profile, dataRoot);
    }
}
