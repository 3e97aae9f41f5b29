/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.Arrays;
import java.util.Optional;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.UnsealedBranch;
import org.carrel.model.Texts;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Seals a branch that was not sealed yet. */
final class Sealing {

    private static final Texts TEXTS = Texts.of(Sealing.class);

    @Mixin
    private RecoveryOption recovery;

    @Option(names = "--secret", descriptionKey = "seal.secret")
    private boolean withSecret;

    void seal(Session session) throws CommandFailure {
        UnsealedBranch branch = switch (session.opening()) {
            case BranchOpening.Unsealed unsealed -> unsealed.branch();
            case BranchOpening.Locked locked -> throw new CommandFailure(Exit.REFUSED,
                    TEXTS.get("seal.there", locked.branch().file()));
            case BranchOpening.Opened opened -> throw new CommandFailure(Exit.PROFILE_REFUSED,
                    TEXTS.get("branch.practice"));
            case BranchOpening.Refused refused -> throw session.refused(refused.errors());
        };
        char[] password = session.passwords().fresh(TEXTS.get("password.newPrompt", branch.profile().name()));
        char[] secret = new char[0];
        try {
            if (withSecret) {
                secret = session.passwords()
                        .existing(TEXTS.get("secret.prompt", branch.profile().signIn().key()));
            }
            Optional<char[]> wsKeySecret = Optional.of(secret).filter(typed -> typed.length > 0);
            UnsealedBranch.Answer answer = recovery.with(session,
                    key -> sealed(branch.seal(password, wsKeySecret, key)));
            session.terminal().out().println(TEXTS.get("seal.done", branch.file()));
            session.terminal().out().println(TEXTS.get("recovery.name",
                    ((UnsealedBranch.Answer.Sealed) answer).branch().recoveryKey().orElse("")));
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(secret, '\0');
        }
    }

    private static UnsealedBranch.Answer sealed(UnsealedBranch.Answer answer) throws CommandFailure {
        if (answer instanceof UnsealedBranch.Answer.Refused refused) {
            throw new CommandFailure(Exit.REFUSED, refused.sentence());
        }
        return answer;
    }
}
