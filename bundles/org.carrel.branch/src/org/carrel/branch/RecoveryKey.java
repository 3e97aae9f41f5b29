/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.nio.file.Path;
import java.util.Objects;

/** What opens the sealed file when every password is forgotten: the public half of an administrator's key. */
public sealed interface RecoveryKey {

    /**
     * One that was made before; an institution may use one for all its branches.
     *
     * @param publicFile RSA, at least 4096 bits, X.509 SubjectPublicKeyInfo in PEM
     */
    record Existing(Path publicFile) implements RecoveryKey {
        public Existing {
            Objects.requireNonNull(publicFile, "publicFile");
        }
    }

    /**
     * A new one. Its private half is written to a file that the administrator keeps somewhere else (PKCS #8 in PEM,
     * encrypted with AES-256 under the passphrase); the public half beside it, with the ending {@code .pub.pem}.
     * Neither file may be there already.
     *
     * @param privateFile where to
     * @param passphrase  at least {@link SealedBranch#SHORTEST_PASSWORD} characters; stays the caller's, who overwrites
     *                    it
     */
    record Fresh(Path privateFile, char[] passphrase) implements RecoveryKey {
        public Fresh {
            Objects.requireNonNull(privateFile, "privateFile");
            Objects.requireNonNull(passphrase, "passphrase");
        }
    }
}
