/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.time.Duration;
import java.util.Optional;

/** One way of misbehaving. */
public sealed interface Fault {

    /** Waits before anything else; the request is then served as usual, or as another rule says. */
    record Latency(Duration duration) implements Fault {}

    /** Closes the connection without an answer; the request was not applied. */
    record DropBefore() implements Fault {}

    /** Closes the connection without an answer; the request was applied. */
    record DropAfter() implements Fault {}

    /** Answers with a bare HTTP status; the request was not applied. */
    record Status(int code, Optional<Duration> retryAfter) implements Fault {}

    /** Answers with a bare HTTP status although the request was applied, as a gateway does that lost patience. */
    record StatusAfter(int code) implements Fault {}

    /** Answers with an NCIP problem directly under the message; the request was not applied. */
    record Refusal(String type, String detail) implements Fault {}

    /** Answers 200 with a page for people, as a captive portal does; the request was not applied. */
    record WebPage() implements Fault {}

    /** The request is applied and its answer spoilt. */
    record Spoil(How how) implements Fault {

        enum How {
            /** Not well-formed. */
            MALFORMED,
            /** The second half of the body is missing, and HTTP does not show it. */
            TRUNCATED,
            /** The connection breaks in the middle of the body. */
            CUT,
            /** No body. */
            EMPTY,
            /** The right body under the wrong name. */
            WRONG_TYPE,
            /** An answer about another item. */
            WRONG_ITEM
        }
    }

    /** The request is applied and the answer comes byte by byte, all of it taking that long. */
    record Slow(Duration duration) implements Fault {}

    /** The request is applied and the answer is followed by that much white space. */
    record Huge(long bytes) implements Fault {}

    /** The request is served and something is wrong with the line, or with how the answer is written: SIP2 only. */
    record Line(How how) implements Fault {

        enum How {
            /** In packets of a few bytes. */
            SPLIT,
            /** Without its end. */
            NO_CR,
            /** Not served: the other side is asked to send it again. */
            ASK_AGAIN,
            /** With a checksum that does not fit. */
            WRONG_CHECKSUM,
            /** With the number of another message. */
            WRONG_SEQUENCE,
            /** Never, and the connection stays. */
            SILENCE,
            /** In ISO-8859-1, whatever was agreed. */
            LATIN_1,
            /** In pieces: letters and their accents apart. */
            DECOMPOSED,
            /** In another order, with empty, repeated and private fields, a short date and no bar at the end. */
            ODD,
            /** With a no: to a sign-in, to the question what is offered, to an item. */
            REFUSE
        }
    }

    /** Whether this can be done to a request at {@code endpoint}. */
    default boolean isFor(String endpoint) {
        boolean sip2 = endpoint.startsWith("sip2");
        return switch (this) {
            case Line line -> sip2;
            case Status status -> !sip2;
            case StatusAfter status -> !sip2;
            case Refusal refusal -> !sip2;
            case Spoil spoil -> !sip2 || spoil.how() != Spoil.How.WRONG_TYPE;
            default -> true;
        };
    }
}
