/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody whose OpenPGP signature workstations look for. */
interface Signer {

    /** A detached signature of {@code file}, in ASCII armor. */
    String sign(Path file) throws IOException, InterruptedException, BranchFault;

    /** The public keys that its signatures are checked with, in ASCII armor. */
    String publicKeys() throws IOException, InterruptedException, BranchFault;
}
