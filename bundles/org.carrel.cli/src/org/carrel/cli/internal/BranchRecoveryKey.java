/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** From now on another recovery key opens the branch. */
@Command(name = "recovery-key")
final class BranchRecoveryKey implements Callable<Integer> {

    private final Session session;

    @Mixin
    private KeyWork work;

    @Mixin
    private RecoveryOption recovery;

    BranchRecoveryKey(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        work.change(session,
                (branch, proof) -> recovery.with(session, key -> branch.replaceRecoveryKey(proof, key)));
        return Exit.OK;
    }
}
