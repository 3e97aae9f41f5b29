/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

/**
 * How much is measured.
 *
 * @param rows         in the long queue
 * @param adds         durable adds that are timed
 * @param transactions in the timed upload
 * @param starts       of the workbench with each queue
 * @param scans        timed at the desk
 * @param iterations   of a function's measure, a second each at most
 * @param items        in the item file
 * @param reads        of shelves, compared with the item file
 * @param verdicts     timed: a read is recorded and judged
 * @param idleSeconds  for which a desk is watched where nobody does anything, once without scanners and once with them
 */
record Scale(int rows, int adds, int transactions, int starts, int scans, int iterations, int items,
        int reads, int verdicts, int idleSeconds) {

    /** What the goals are set for. */
    static final Scale FULL = new Scale(100_000, 3_000, 2_000, 5, 300, 5, 1_000_000, 200_000, 2_000,
            30);

    /** Whether everything still runs; says little about the goals. */
    static final Scale SHORT = new Scale(5_000, 300, 240, 1, 40, 2, 50_000, 10_000, 200, 5);
}
