/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a server answers. */
public sealed interface NcipAnswer {

    /** The item is out. */
    record CheckedOut(NcipRequest.CheckOut request, Instant dateDue, Optional<Integer> renewals)
            implements NcipAnswer {}

    /** The item is in; {@code routing} says where it goes when it does not stay, {@code fine} what is owed. */
    record CheckedIn(NcipRequest.CheckIn request, Optional<Routing> routing, Optional<Fine> fine)
            implements NcipAnswer {}

    /** Refused, inside the response to a request. */
    record Refused(NcipRequest.Understood request, List<Problem> problems) implements NcipAnswer {
        public Refused {
            problems = requireOne(problems);
        }
    }

    /** Refused, directly under {@code NCIPMessage}: the request was not understood or not even looked at. */
    record MessageRefused(List<Problem> problems) implements NcipAnswer {
        public MessageRefused {
            problems = requireOne(problems);
        }
    }

    /**
     * @param instructions     in the words of the staff profile: {@code Request: id}, {@code Re-shelve} …
     * @param holdingCode      location name level 1
     * @param shelvingLocation location name level 2; may be empty
     */
    record Routing(String instructions, String holdingCode, String shelvingLocation) {}

    /**
     * @param currency   ISO 4217
     * @param minorUnits cents
     */
    record Fine(String currency, long minorUnits, String description) {}

    /** One problem; all but the type may be empty. */
    record Problem(String type, String detail, String element, String value) {
        public Problem {
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(element, "element");
            Objects.requireNonNull(value, "value");
            if (type.isBlank()) {
                throw new IllegalArgumentException("a problem has a type");
            }
        }
    }

    private static List<Problem> requireOne(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a refusal has a problem");
        }
        return List.copyOf(problems);
    }
}
