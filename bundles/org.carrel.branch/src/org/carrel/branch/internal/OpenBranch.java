/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;

import org.carrel.model.BranchProfile;
import org.carrel.model.Origin;
import org.carrel.model.port.Branch;

/** The branch that is open. */
record OpenBranch(BranchProfile profile, Path dataFolder, Path journalFolder, Origin origin) implements Branch {}
