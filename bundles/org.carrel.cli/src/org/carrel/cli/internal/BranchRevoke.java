/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a password away; the others stay. */
@Command(name = "revoke")
final class BranchRevoke implements Callable<Integer> {

    private final Session session;

    @Mixin
    private KeyWork work;

    @Parameters(paramLabel = "NAME", descriptionKey = "revoke.name")
    private String name;

    BranchRevoke(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        work.change(session, (branch, proof) -> branch.revoke(proof, name));
        return Exit.OK;
    }
}
