/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.BranchProfile;

/**
 * A real branch that was not sealed yet: there is a profile, but no sealed file beside it. An administrator seals it
 * once; nobody can work with it before. Safe for use by several threads; reads and writes files and computes for some
 * seconds: not for the UI thread.
 */
public interface UnsealedBranch {

    /** What its file says. */
    BranchProfile profile();

    /** Where the sealed file will be. */
    Path file();

    /**
     * Makes a data key and seals it under the password and the recovery key.
     *
     * @param password    the branch password; at least {@link SealedBranch#SHORTEST_PASSWORD} characters. Stays the
     *                    caller's, who overwrites it
     * @param wsKeySecret the secret half of the WSKey; empty when it will be supplied later
     * @param recovery    what opens the file when the password is forgotten
     */
    Answer seal(char[] password, Optional<char[]> wsKeySecret, RecoveryKey recovery);

    /** The branch once it is sealed; empty before. */
    Optional<SealedBranch> sealed();

    /** What came of sealing. */
    sealed interface Answer {

        /** The file is there; sign in. */
        record Sealed(SealedBranch branch) implements Answer {
            public Sealed {
                Objects.requireNonNull(branch, "branch");
            }
        }

        /** Nothing was changed. */
        record Refused(String sentence) implements Answer {
            public Refused {
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }
}
