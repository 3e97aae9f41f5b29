/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.time.Duration;
import java.util.Optional;

import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.Texts;

/** What an HTTP status other than success and 401 or 403 means for the transaction that was sent. Pure. */
final class HttpStatus {

    private static final Texts TEXTS = Texts.of(HttpStatus.class);

    private HttpStatus() {}

    /**
     * @param status     100 to 599
     * @param retryAfter how long the server wants to be left alone, if it said so
     */
    static Outcome outcome(int status, Optional<Duration> retryAfter) {
        if (status >= 500) {
            // A gateway says so as well when it has handed the request on and lost patience.
            return new Outcome.NoAnswer("HTTP " + status, true, retryAfter);
        }
        return switch (status) {
            case 408 -> new Outcome.NoAnswer("HTTP 408", true, retryAfter);
            case 407, 429 -> new Outcome.NoAnswer("HTTP " + status, false, retryAfter);
            case 404, 405, 410 -> refused(status, Problem.Kind.CONFIGURATION, "http.wrongAddress");
            // Somebody on the way wants a person to see a page: a proxy, a network that asks for a sign-in.
            default -> status < 400 ? new Outcome.NoAnswer("HTTP " + status, false, retryAfter)
                    : refused(status, Problem.Kind.OTHER, "http.refused");
        };
    }

    private static Outcome refused(int status, Problem.Kind kind, String sentence) {
        return new Outcome.Refused(new Problem(kind, "HTTP " + status, TEXTS.get(sentence)));
    }
}
