/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import java.util.Objects;
import java.util.OptionalInt;

/** What became of reading a message. */
public sealed interface Decoded {

    /**
     * It was understood.
     *
     * @param sequence 0 to 9; empty when it has none
     * @param checksum whether it arrived as it was sent
     */
    record Understood(Sip2Message message, OptionalInt sequence, Checksum checksum) implements Decoded {
        public Understood {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(sequence, "sequence");
            Objects.requireNonNull(checksum, "checksum");
        }
    }

    /**
     * It was not.
     *
     * @param why technical words without anything of the message but its code
     */
    record NotUnderstood(String why, Checksum checksum) implements Decoded {
        public NotUnderstood {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(checksum, "checksum");
        }
    }

    /** How it stands with error detection. */
    enum Checksum {
        /** There is none. */
        ABSENT, RIGHT,
        /** The message is not what was sent, whatever it says: ask for it again. */
        WRONG
    }

    Checksum checksum();
}
