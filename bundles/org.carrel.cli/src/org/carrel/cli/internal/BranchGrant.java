/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.Arrays;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a person or a machine a password of its own. */
@Command(name = "grant")
final class BranchGrant implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(BranchGrant.class);

    private final Session session;

    @Mixin
    private KeyWork work;

    @Parameters(paramLabel = "NAME", descriptionKey = "grant.name")
    private String name;

    BranchGrant(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        work.change(session, (branch, proof) -> {
            char[] password = session.passwords().fresh(TEXTS.get("password.newPrompt", name));
            try {
                return branch.grant(proof, name, password);
            } finally {
                Arrays.fill(password, '\0');
            }
        });
        return Exit.OK;
    }
}
