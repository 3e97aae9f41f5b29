/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.util.Objects;
import java.util.UUID;

/**
 * Names one transaction for ever, on every desk. A UUID of version 7 (RFC 9562), so that ids sort by time of making.
 *
 * @param value never null
 */
public record TransactionId(UUID value) implements Comparable<TransactionId> {

    public TransactionId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when {@code text} is no UUID
     */
    public static TransactionId parse(String text) {
        return new TransactionId(UUID.fromString(text));
    }

    /** Unsigned order of the 128 bits: {@link UUID#compareTo} compares signed halves and would not follow time. */
    @Override
    public int compareTo(TransactionId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0 ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
