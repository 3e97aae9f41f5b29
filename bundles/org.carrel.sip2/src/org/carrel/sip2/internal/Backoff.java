/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.carrel.model.port.ItemLookup.Reason;

/**
 * After a failure the server is left alone for a while, which grows; questions are answered by that failure meanwhile.
 * For one thread.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** A user who is refused again and again may be locked out. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

    private Optional<Reason> failure = Optional.empty();
    private Instant until = Instant.MIN;
    private Duration last = Duration.ZERO;

    /** Why nobody is asked now; empty when somebody may be. */
    Optional<Reason> at(Instant now) {
        return now.isBefore(until) ? failure : Optional.empty();
    }

    void failed(Reason reason, Instant now) {
        failure = Optional.of(reason);
        last = switch (reason) {
            case SIGN_IN_REFUSED, NOT_OFFERED, NOT_SET_UP -> AFTER_REFUSAL;
            default -> shorter(last.isZero() ? FIRST : last.multipliedBy(2));
        };
        until = now.plus(last);
    }

    void succeeded() {
        failure = Optional.empty();
        until = Instant.MIN;
        last = Duration.ZERO;
    }

    private static Duration shorter(Duration wanted) {
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
