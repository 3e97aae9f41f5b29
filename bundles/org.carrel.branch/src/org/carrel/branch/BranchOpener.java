/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.branch.internal.ProfileOpener;
import org.carrel.branch.internal.Surroundings;
import org.carrel.model.port.Secrets;

/**
 * Opens a branch without any framework: what {@link BranchSetup} does, short of registering services and starting the
 * log. For tests and for programs on a plain class path. Immutable; safe for use by several threads.
 */
public final class BranchOpener {

    private final ProfileOpener opener;

    /** Works with the environment and the system properties of this process. */
    public BranchOpener(Clock clock) {
        this(clock, secrets -> {});
    }

    /** @param opened is given the secrets of each branch that opens, before anybody has that branch */
    public BranchOpener(Clock clock, Consumer<Secrets> opened) {
        this.opener = ProfileOpener.telling(clock, Surroundings.real(Optional.empty()), opened);
    }

    /** See {@link BranchSetup#open}. Each call opens afresh. */
    public BranchOpening open(Optional<Path> profile, Path dataRoot) {
        return opener.open(profile, dataRoot);
    }
}
