/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Seals a branch that has a profile but was not sealed yet. */
@Command(name = "seal")
final class BranchSeal implements Callable<Integer> {

    private final Session session;

    @Mixin
    private Sealing sealing;

    BranchSeal(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        sealing.seal(session);
        return Exit.OK;
    }
}
