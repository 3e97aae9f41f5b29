/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.file.Path;
import java.util.Arrays;

import org.carrel.branch.RecoveryKey;
import org.carrel.model.Texts;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which recovery key a branch is sealed for: one that an administrator has, or a new one. */
final class RecoveryOption {

    private static final Texts TEXTS = Texts.of(RecoveryOption.class);

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Choice choice;

    /** One of the two. */
    static final class Choice {

        @Option(names = "--recovery-key", paramLabel = "FILE", descriptionKey = "recovery.existing")
        private Path publicFile;

        @Option(names = "--new-recovery-key", paramLabel = "FILE", descriptionKey = "recovery.fresh")
        private Path privateFile;
    }

    /** Does something with the key; the passphrase of a new one is asked for, and overwritten afterwards. */
    <T> T with(Session session, Use<T> use) throws CommandFailure {
        if (choice.publicFile != null) {
            return use.of(new RecoveryKey.Existing(choice.publicFile));
        }
        char[] passphrase = session.passwords().fresh(TEXTS.get("recovery.newPassphrase", choice.privateFile));
        try {
            session.terminal().err().println(TEXTS.get("recovery.making"));
            T result = use.of(new RecoveryKey.Fresh(choice.privateFile.toAbsolutePath(), passphrase));
            session.terminal().err().println(TEXTS.get("recovery.keep", choice.privateFile));
            return result;
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** What is done with a recovery key. */
    interface Use<T> {
        T of(RecoveryKey key) throws CommandFailure;
    }
}
