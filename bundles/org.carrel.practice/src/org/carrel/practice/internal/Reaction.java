/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.time.Duration;

/** What a connection does with a request. */
public sealed interface Reaction {

    /** Sends the answer and goes on. */
    record Send(HttpAnswer answer) implements Reaction {}

    /** Closes the connection without a byte. */
    record Drop() implements Reaction {}

    /** Promises the whole answer, sends half of its body and closes the connection. */
    record Cut(HttpAnswer answer) implements Reaction {}

    /** Sends the answer byte by byte, all of it taking that long. */
    record Dribble(HttpAnswer answer, Duration duration) implements Reaction {}

    /** Sends the answer and that many blanks after its body. */
    record Pad(HttpAnswer answer, long blanks) implements Reaction {}
}
