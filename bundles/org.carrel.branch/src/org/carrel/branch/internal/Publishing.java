/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.branch.SealedBranch;
import org.carrel.model.port.Branch;
import org.carrel.model.port.PasswordCheck;
import org.carrel.model.port.Secrets;

/** Tells the rest of the program what is open. */
interface Publishing {

    /** Tells nobody. */
    Publishing NOBODY = new OfSecrets(secrets -> {});

    /** Tells one of the secrets and of nothing else: there is no framework whose services come and go. */
    record OfSecrets(Consumer<Secrets> who) implements Publishing {

        @Override
        public void placed(Path dataFolder) {
            // Nobody logs there.
        }

        @Override
        public void found(SealedBranch branch) {
            // Whoever opened it has it.
        }

        @Override
        public Runnable opened(Branch branch, Secrets secrets, Optional<PasswordCheck> check) {
            who.accept(secrets);
            return () -> {};
        }
    }

    /** This is where its data is; comes before anything else. */
    void placed(Path dataFolder);

    /** There is a branch to sign in to. */
    void found(SealedBranch branch);

    /**
     * The branch is open.
     *
     * @return takes all of it back; when that returns, nobody uses it any more
     */
    Runnable opened(Branch branch, Secrets secrets, Optional<PasswordCheck> check);
}
