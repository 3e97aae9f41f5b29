/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.time.Instant;
import java.util.Objects;

import org.carrel.model.ItemBarcode;

/**
 * An item that was found in a project, and how far the library system was told so. A project has one for each item at
 * most. Never changes: what becomes of it is another one with the same number.
 *
 * @param number    given by the store, never used again; later ones are greater
 * @param project   the number of the project
 * @param item      its barcode, by which the library system is told
 * @param state     where it stands
 * @param attempts  how many requests about it went out, or were about to
 * @param changedAt since when it stands so
 * @param detail    what the library system or the network said, in technical words; never null, may be empty
 */
public record WriteBackEntry(long number, long project, ItemBarcode item, State state, int attempts, Instant changedAt,
        String detail) {

    /** Longer ones are cut off. */
    public static final int LONGEST_DETAIL = 1_000;

    public WriteBackEntry {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(detail, "detail");
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts " + attempts);
        }
    }

    /** Where an entry stands. */
    public enum State {
        /** The next push tells of it. */
        WAITING,
        /** A request is out; or the program died while one was. */
        IN_FLIGHT,
        /** The library system has counted it. */
        TOLD,
        /** The library system refused it; a person decides. */
        REFUSED,
        /**
         * Nobody knows whether the library system has counted it. What is told twice counts twice, so nothing but a
         * person has it told again.
         */
        UNKNOWN,
        /** A person decided that it is not told, or not again. */
        LEFT;

        /** Whether a person has to decide what becomes of it. */
        public boolean needsDecision() {
            return this == REFUSED || this == UNKNOWN;
        }
    }
}
