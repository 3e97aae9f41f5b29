/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.Origin;
import org.carrel.model.port.Branch;
import org.carrel.model.port.DataKey;

/** The branch that is open. Who works there may change; nothing else does. */
final class OpenBranch implements Branch {

    private final BranchProfile profile;
    private final Path dataFolder;
    private final Path journalFolder;
    private final Optional<DataKey> dataKey;
    private volatile Origin origin;

    /** @param dataKey empty in practice mode */
    OpenBranch(BranchProfile profile, Path dataFolder, Path journalFolder, Origin origin, Optional<DataKey> dataKey) {
        this.profile = profile;
        this.dataFolder = dataFolder;
        this.journalFolder = journalFolder;
        this.origin = origin;
        this.dataKey = dataKey;
    }

    @Override
    public BranchProfile profile() {
        return profile;
    }

    @Override
    public Path dataFolder() {
        return dataFolder;
    }

    @Override
    public Path journalFolder() {
        return journalFolder;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Optional<DataKey> dataKey() {
        return dataKey;
    }

    void operatedBy(String operator) {
        origin = new Origin(origin.workstation(), operator);
    }
}
