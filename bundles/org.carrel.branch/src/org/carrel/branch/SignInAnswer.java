/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.port.Branch;

/** What came of signing in. */
public sealed interface SignInAnswer {

    /**
     * Somebody is signed in.
     *
     * @param branch      what everything works with until signing out
     * @param grant       whose password it was
     * @param before      the sign-in before this one, on this machine
     * @param wrongBefore how many wrong passwords there were in between
     */
    record Accepted(Branch branch, String grant, Optional<LastSignIn> before, int wrongBefore)
            implements SignInAnswer {
        public Accepted {
            Objects.requireNonNull(branch, "branch");
            Objects.requireNonNull(grant, "grant");
            Objects.requireNonNull(before, "before");
        }
    }

    /**
     * The password is wrong. Each wrong one makes the wait longer, up to five minutes, also over a restart of the
     * program; nothing is ever deleted because of wrong ones.
     *
     * @param nextTry before this moment no other one is looked at
     */
    record WrongPassword(Instant nextTry) implements SignInAnswer {
        public WrongPassword {
            Objects.requireNonNull(nextTry, "nextTry");
        }
    }

    /**
     * The password was not looked at: the wait after a wrong one is not over.
     *
     * @param nextTry before this moment no password is looked at
     */
    record TooSoon(Instant nextTry) implements SignInAnswer {
        public TooSoon {
            Objects.requireNonNull(nextTry, "nextTry");
        }
    }

    /**
     * Nobody can sign in as things are: the sealed file is damaged or was tampered with, or the profile was changed
     * since it was sealed. Nothing was changed and nothing is lost.
     *
     * @param sentence what happened and what to do, for the person at the desk
     */
    record Refused(String sentence) implements SignInAnswer {
        public Refused {
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
