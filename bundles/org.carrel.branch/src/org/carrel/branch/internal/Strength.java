/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

/**
 * How strong passwords and recovery keys are sealed.
 *
 * @param rounds      rounds of key stretching for a new password
 * @param leastRounds a file that says fewer is refused: somebody may have weakened it
 * @param mostRounds  a file that says more is refused: it would keep the desk busy for hours
 * @param recoveryBits length of a new recovery key, and the least of any
 */
record Strength(int rounds, int leastRounds, int mostRounds, int recoveryBits) {

    /** What the product uses: about half a second a password on a desk's machine. */
    static final Strength REAL = new Strength(600_000, 600_000, 10_000_000, 4096);

    boolean accepts(int stored) {
        return stored >= leastRounds && stored <= mostRounds;
    }
}
