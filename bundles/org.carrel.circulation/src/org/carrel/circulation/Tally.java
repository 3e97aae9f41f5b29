/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation;

/**
 * Running counts.
 *
 * @param forPatron   items checked out to the patron in question today, in the branch's time zone; 0 without a patron
 * @param checkOuts   check-outs recorded today
 * @param checkIns    check-ins recorded today
 */
public record Tally(int forPatron, int checkOuts, int checkIns) {

    public int today() {
        return checkOuts + checkIns;
    }
}
