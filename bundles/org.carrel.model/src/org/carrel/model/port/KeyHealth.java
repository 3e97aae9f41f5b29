/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How the key is with which this workstation signs in to the library system. A service; safe for use by several
 * threads, cheap, and free of secrets.
 *
 * <p>
 * OCLC ends a WSKey that nobody has used for three months, and disables one, for every desk that uses it, after five
 * refused sign-ins within five minutes. What other desks do with the key cannot be seen from here.
 */
public interface KeyHealth {

    /** How the key is now. */
    Report report();

    /** How a key can be, the gravest last. */
    enum State {
        /** It was used from here not long ago, or is new here. */
        WELL,
        /** It has not been used from here for 60 days or more: use it, or it ends. */
        LONG_UNUSED,
        /** It has not been used from here for three months: unless another desk has used it, it has ended. */
        PERHAPS_EXPIRED,
        /** This workstation has tried to sign in as often as it may, and waits for a while before it tries again. */
        WAITING
    }

    /**
     * How the key is.
     *
     * @param state     never null
     * @param knownFrom since when this workstation knows the key
     * @param lastUsed  when it last worked from here; empty when it never has
     * @param endsAbout when it ends unless it is used; empty in practice mode, where no key ends
     * @param waitUntil for {@code WAITING}: when the next attempt may be made; empty otherwise
     * @param sentence  all this for people: what is so and what to do
     */
    record Report(State state, Instant knownFrom, Optional<Instant> lastUsed, Optional<Instant> endsAbout,
            Optional<Instant> waitUntil, String sentence) {
        public Report {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(knownFrom, "knownFrom");
            Objects.requireNonNull(lastUsed, "lastUsed");
            Objects.requireNonNull(endsAbout, "endsAbout");
            Objects.requireNonNull(waitUntil, "waitUntil");
            Objects.requireNonNull(sentence, "sentence");
        }

        /** Whether somebody should be told. */
        public boolean isWarning() {
            return state != State.WELL;
        }
    }
}
