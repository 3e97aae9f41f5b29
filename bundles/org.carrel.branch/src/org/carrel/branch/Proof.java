/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What shows that somebody may change keys: whatever opens the sealed file. The arrays stay the caller's, who
 * overwrites them after the call.
 */
public sealed interface Proof {

    /** A password of the branch; anybody's. */
    record Password(char[] password) implements Proof {
        public Password {
            Objects.requireNonNull(password, "password");
        }
    }

    /**
     * The private half of the recovery key.
     *
     * @param file       PKCS #8 in PEM, as made by {@link RecoveryKey.Fresh}. Read and never copied: it belongs in a
     *                   safe, not on a workstation
     * @param passphrase what the file is encrypted under; empty when it is not
     */
    record RecoveryFile(Path file, char[] passphrase) implements Proof {
        public RecoveryFile {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(passphrase, "passphrase");
        }
    }
}
