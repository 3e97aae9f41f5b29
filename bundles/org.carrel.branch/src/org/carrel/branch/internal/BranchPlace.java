/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.Origin;
import org.carrel.model.port.DataKey;

/**
 * A branch on this machine: what its profile says, and where its data is.
 *
 * @param profile       as its file has it
 * @param dataFolder    exists
 * @param journalFolder may not exist
 * @param workstation   the name of this machine
 */
record BranchPlace(BranchProfile profile, Path dataFolder, Path journalFolder, String workstation) {

    /** The branch in practice mode, where nothing is sealed. */
    OpenBranch practising() {
        return new OpenBranch(profile, dataFolder, journalFolder, new Origin(workstation, ""), Optional.empty());
    }

    /** The branch with somebody signed in. */
    OpenBranch signedIn(BranchProfile effective, String operator, DataKey dataKey) {
        return new OpenBranch(effective, dataFolder, journalFolder, new Origin(workstation, operator),
                Optional.of(dataKey));
    }
}
