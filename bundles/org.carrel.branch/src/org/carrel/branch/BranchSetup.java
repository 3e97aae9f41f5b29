/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens the branch this workstation works for. A service. In practice mode the {@code Branch} service is there
 * afterwards (with the service property {@code practice}, true or false), and everything that needs a branch comes
 * alive. A real branch is sealed: there the {@link SealedBranch} is a service afterwards, and the {@code Branch} while
 * somebody is signed in.
 *
 * <p>
 * A profile is opened once in the life of the program; signing out and in again does not read it anew. Safe for use by
 * several threads; reads and creates files, so not for the UI thread.
 */
public interface BranchSetup {

    /**
     * Reads the profile, creates the data folder, starts the log there, and registers the branch unless it is sealed.
     *
     * @param profile  the profile's file; empty looks at the system property {@code carrel.branch}, then at the
     *                 environment variable {@code CARREL_BRANCH}, then at {@code branch/branch.yaml} where the program
     *                 is installed, and opens practice mode when none of them names one. A file that is named but not
     *                 there is refused: nobody should practise by accident
     * @param dataRoot the folder in which each branch has its own
     * @return what became of it; never null. A second call gives the branch that is open already, or, while nobody is
     *         signed in to it, that it is locked
     */
    BranchOpening open(Optional<Path> profile, Path dataRoot);
}
