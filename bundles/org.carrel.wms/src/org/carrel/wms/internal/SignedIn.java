/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.time.Instant;
import java.util.Optional;

import org.carrel.model.Outcome;

/** What came of asking for the right to send one request. */
sealed interface SignedIn {

    /**
     * The right to send.
     *
     * @param header     for {@code Authorization}; a secret, never to be logged
     * @param freshUntil until when the server should honour it
     * @param attempt    the attempt to sign in that this request is itself; empty when that was made before
     */
    record Authorized(String header, Instant freshUntil, Optional<Instant> attempt) implements SignedIn {

        /** Without the header. */
        @Override
        public String toString() {
            return "Authorized until " + freshUntil;
        }
    }

    /** There is none now, and this is what that makes of the request. */
    record Not(Outcome outcome) implements SignedIn {}
}
