/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What became of one request to the library system. Expected failures are values, not exceptions. */
public sealed interface Outcome {

    /**
     * The library system applied it.
     *
     * @param dueAt     the due date that the library system chose, when it said one
     * @param followUps what the desk has to do now: hold, transit, fine …; never null, may be empty
     */
    record Accepted(Optional<Instant> dueAt, List<FollowUp> followUps) implements Outcome {
        public Accepted {
            Objects.requireNonNull(dueAt, "dueAt");
            followUps = List.copyOf(followUps);
        }
    }

    /** The library system understood the request and refused it; sending it again unchanged would not help. */
    record Refused(Problem problem) implements Outcome {
        public Refused {
            Objects.requireNonNull(problem, "problem");
        }
    }

    /**
     * No usable answer.
     *
     * @param detail     what happened, in technical words without patron data
     * @param maybeDone  whether the library system may have applied the request all the same
     * @param retryAfter how long the library system asked to be left alone, when it said so
     */
    record NoAnswer(String detail, boolean maybeDone, Optional<Duration> retryAfter) implements Outcome {
        public NoAnswer {
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /**
     * The credentials were refused (HTTP 401 or 403, or the token end point said so). The whole run stops: five such
     * answers within five minutes disable a WSKey for every desk that uses it. The request was not applied.
     *
     * @param detail what the server said, without any secret
     */
    record SignInRefused(String detail) implements Outcome {
        public SignInRefused {
            Objects.requireNonNull(detail, "detail");
        }
    }
}
