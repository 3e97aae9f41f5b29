/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.file.Path;
import java.util.Arrays;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.KeyAnswer;
import org.carrel.branch.Proof;
import org.carrel.branch.SealedBranch;
import org.carrel.model.Texts;

import picocli.CommandLine.Option;

/** What commands that change keys have in common: showing that one may, and saying what came of it. */
final class KeyWork {

    private static final Texts TEXTS = Texts.of(KeyWork.class);

    @Option(names = "--recovery", paramLabel = "FILE", descriptionKey = "keys.recovery")
    private Path recovery;

    /** A change by somebody who has shown that they may. */
    interface Change {
        KeyAnswer of(SealedBranch branch, Proof proof) throws CommandFailure;
    }

    /** Asks for the password, or for the passphrase of the recovery key, and then changes something. */
    void change(Session session, Change change) throws CommandFailure {
        SealedBranch branch = sealed(session);
        char[] secret = session.passwords().existing(recovery == null
                ? TEXTS.get("password.prompt", branch.profile().name())
                : TEXTS.get("recovery.passphrase", recovery));
        try {
            say(session, change.of(branch, recovery == null ? new Proof.Password(secret)
                    : new Proof.RecoveryFile(recovery, secret)));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    static SealedBranch sealed(Session session) throws CommandFailure {
        return switch (session.opening()) {
            case BranchOpening.Locked locked -> {
                session.warn(locked.warnings());
                yield locked.branch();
            }
            case BranchOpening.Unsealed unsealed -> throw new CommandFailure(Exit.PROFILE_REFUSED,
                    TEXTS.get("branch.unsealed", unsealed.branch().file()));
            case BranchOpening.Opened opened -> throw new CommandFailure(Exit.PROFILE_REFUSED,
                    TEXTS.get("branch.practice"));
            case BranchOpening.Refused refused -> throw session.refused(refused.errors());
        };
    }

    private static void say(Session session, KeyAnswer answer) throws CommandFailure {
        switch (answer) {
            case KeyAnswer.Done done -> session.terminal().out().println(TEXTS.get("keys.done"));
            case KeyAnswer.WrongPassword wrong -> throw SignIn.wrong(wrong.nextTry());
            case KeyAnswer.TooSoon early -> throw SignIn.tooSoon(early.nextTry());
            case KeyAnswer.Refused refused -> throw new CommandFailure(Exit.REFUSED, refused.sentence());
        }
    }
}
