/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback;

import java.util.Objects;

/**
 * How a push ended.
 *
 * @param ending  how
 * @param told    how many items the library system counted
 * @param refused how many it refused
 * @param unknown of how many nobody knows whether it counted them
 * @param waiting how many wait for the next push
 * @param detail  a sentence when it ended before its time: why, and what to do; may be empty
 */
public record Pushed(Ending ending, int told, int refused, int unknown, int waiting, String detail) {

    public Pushed {
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(detail, "detail");
    }

    /** Ways to end. */
    public enum Ending {
        /** Every item was dealt with. */
        COMPLETED,
        /** Nothing of the project may be told; nothing was sent. */
        NOT_ALLOWED,
        /** Somebody stopped it. */
        CANCELLED,
        /** The credentials, or the branch itself, were refused; everything stopped at the first refusal. */
        SIGN_IN_REFUSED,
        /** The library system was away. */
        SYSTEM_AWAY,
        /** The store failed. */
        STORE_FAILED
    }
}
