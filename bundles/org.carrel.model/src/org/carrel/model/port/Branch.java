/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.nio.file.Path;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.Origin;

/**
 * The branch this workstation works for. A service: in practice mode it is there once the profile was read and found
 * sound, and otherwise for as long as somebody is signed in.
 */
public interface Branch {

    /** Never null; always the same. */
    BranchProfile profile();

    /** The folder for this branch's data on this machine; exists. The store, its backups and the log live in it. */
    Path dataFolder();

    /** Where transactions go when the store fails: better on another disk than {@link #dataFolder()}. May not exist. */
    Path journalFolder();

    /** Who records here, now. */
    Origin origin();

    /** What seals this branch's data on the disk; empty when nothing is sealed, as in practice mode. */
    default Optional<DataKey> dataKey() {
        return Optional.empty();
    }
}
