/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.time.Instant;
import java.util.Objects;

/**
 * Whether the person at the desk knows the branch password: asked before an upload, and when a locked desk is opened
 * again. A service; it is there while somebody is signed in to a sealed branch, and never in practice mode, which has
 * no password. Safe for use by several threads; takes about a second, so not for the UI thread.
 */
public interface PasswordCheck {

    /**
     * Whether {@code password} is one of the branch's.
     *
     * @param password stays the caller's, who overwrites it after the call
     * @return never null
     */
    Answer check(char[] password);

    /** What came of a password. */
    sealed interface Answer {

        /** It is right. */
        record Right() implements Answer {}

        /**
         * It is wrong. Each wrong one makes the wait longer; nothing is ever deleted because of wrong ones.
         *
         * @param nextTry before this moment no other one is looked at
         */
        record Wrong(Instant nextTry) implements Answer {
            public Wrong {
                Objects.requireNonNull(nextTry, "nextTry");
            }
        }

        /**
         * It was not looked at: the wait after a wrong one is not over.
         *
         * @param nextTry before this moment no password is looked at
         */
        record TooSoon(Instant nextTry) implements Answer {
            public TooSoon {
                Objects.requireNonNull(nextTry, "nextTry");
            }
        }

        /**
         * No password can be checked, for instance because the sealed file was damaged.
         *
         * @param sentence what happened and what to do, for the person at the desk
         */
        record Unusable(String sentence) implements Answer {
            public Unusable {
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }
}
