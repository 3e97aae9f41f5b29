/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;

/**
 * One message that changed what the practice server knows. Whether the client heard of it is another matter.
 *
 * @param number         1 for the first, without gaps: the order in which they were applied
 * @param patron         who has the item now; empty for a check-in
 * @param desiredDateDue what a check-out asked for
 * @param occurredAt     from {@code MandatedAction}, when the request had one
 */
public record Applied(long number, Instant at, Kind kind, ItemBarcode item, Optional<PatronBarcode> patron,
        Optional<Instant> desiredDateDue, Optional<Instant> occurredAt) {

    /** The messages that change anything. */
    public enum Kind {
        CHECK_OUT, CHECK_IN
    }

    public Applied {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(patron, "patron");
        Objects.requireNonNull(desiredDateDue, "desiredDateDue");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }
}
