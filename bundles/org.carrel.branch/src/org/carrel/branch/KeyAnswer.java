/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.time.Instant;
import java.util.Objects;

/** What came of changing keys. Unless it is {@link Done}, nothing was changed. */
public sealed interface KeyAnswer {

    /**
     * It is done, and on the disk.
     *
     * @param signInAgain whether somebody is signed in for whom it counts only after signing in again
     */
    record Done(boolean signInAgain) implements KeyAnswer {}

    /**
     * The old password is wrong.
     *
     * @param nextTry before this moment no other one is looked at
     */
    record WrongPassword(Instant nextTry) implements KeyAnswer {
        public WrongPassword {
            Objects.requireNonNull(nextTry, "nextTry");
        }
    }

    /**
     * The old password was not looked at: the wait after a wrong one is not over. The recovery key never waits.
     *
     * @param nextTry before this moment no password is looked at
     */
    record TooSoon(Instant nextTry) implements KeyAnswer {
        public TooSoon {
            Objects.requireNonNull(nextTry, "nextTry");
        }
    }

    /**
     * It cannot be done, for instance because the new password is too short, or the recovery key is another branch's.
     *
     * @param sentence what is wrong and what to do
     */
    record Refused(String sentence) implements KeyAnswer {
        public Refused {
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
