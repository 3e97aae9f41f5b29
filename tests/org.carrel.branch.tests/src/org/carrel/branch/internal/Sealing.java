/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Optional;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.Proof;
import org.carrel.branch.RecoveryKey;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.branch.UnsealedBranch;
import org.carrel.branch.internal.crypto.PemFile;
import org.carrel.branch.internal.crypto.RecoveryKeys;
import org.carrel.model.port.Branch;

/** A branch that is sealed for tests: as the real ones, but in milliseconds. */
final class Sealing {

    /** So weak that tests need not wait. */
    static final Strength QUICK = new Strength(10, 10, 1_000, 2048);

    static final char[] PASSWORD = "correct horse".toCharArray();
    static final char[] SECRET = "wskey-secret-of-the-branch".toCharArray();
    static final char[] PASSPHRASE = "battery staple".toCharArray();

    /** One pair for all tests, and only for those that need one: making it takes longer than all else. */
    private static final class Pair {
        static final KeyPair OF_ALL = RecoveryKeys.fresh(QUICK.recoveryBits());
    }

    private Sealing() {}

    /** The branch that the profile in {@code folder} describes, with its data there too, not sealed yet. */
    static BranchOpening open(Path folder, Clock clock, Publishing publishing) {
        try {
            Path profile = folder.resolve("branch.yaml");
            if (Files.notExists(profile)) {
                Files.createDirectories(folder);
                Files.writeString(profile, Profiles.SOUND);
            }
            return new ProfileOpener(clock,
                    new Surroundings(name -> Optional.empty(),
                            name -> name.equals("user.home") ? Optional.of(folder.resolve("home").toString())
                                    : Optional.empty(),
                            Optional.empty()),
                    QUICK, publishing).open(Optional.of(profile), folder.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SealedBranch sealed(Path folder, Clock clock, Publishing publishing) {
        return switch (open(folder, clock, publishing)) {
            case BranchOpening.Unsealed unsealed -> seal(unsealed.branch());
            case BranchOpening.Locked locked -> locked.branch();
            case BranchOpening other -> throw new AssertionError(other);
        };
    }

    static SealedBranch sealed(Path folder) {
        return sealed(folder, Profiles.NOON, Publishing.NOBODY);
    }

    static SealedBranch seal(UnsealedBranch branch) {
        return assertInstanceOf(UnsealedBranch.Answer.Sealed.class,
                branch.seal(PASSWORD, Optional.of(SECRET), existing(branch.file().getParent()))).branch();
    }

    static Branch signedIn(UnsealedBranch branch) {
        return signedIn(seal(branch), PASSWORD);
    }

    static Branch signedIn(SealedBranch branch, char[] password) {
        return assertInstanceOf(SignInAnswer.Accepted.class, branch.signIn(password, "")).branch();
    }

    /** The public half of the recovery key, in a file. */
    static RecoveryKey existing(Path folder) {
        return new RecoveryKey.Existing(
                write(folder.resolve("recovery.pub.pem"), PemFile.of((RSAPublicKey) Pair.OF_ALL.getPublic())));
    }

    /** The private half of it, in a file. */
    static Proof recovery(Path folder) {
        return new Proof.RecoveryFile(write(folder.resolve("recovery.pem"),
                PemFile.encrypted(Pair.OF_ALL.getPrivate(), PASSPHRASE, QUICK.rounds())), PASSPHRASE);
    }

    static Proof password() {
        return new Proof.Password(PASSWORD);
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
