/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.util.Objects;

/**
 * What somebody says of a finding: how it stands from now on, and a note.
 *
 * @param finding which one
 * @param state   how it stands
 * @param note    in their own words, at most {@value #LONGEST_NOTE} characters; empty when there is nothing to say.
 *                Nothing about patrons belongs here
 */
public record Handling(FindingKey finding, State state, String note) {

    public static final int LONGEST_NOTE = 1_000;

    public Handling {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(state, "state");
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note of " + note.length() + " characters");
        }
    }

    /** How a finding stands. Nobody said anything: it is open. */
    public enum State {
        /** Somebody must still do something. */
        OPEN,
        /** Somebody did what was to be done. */
        HANDLED,
        /** Somebody looked at it and leaves it for later, or as it is. */
        SET_ASIDE
    }
}
