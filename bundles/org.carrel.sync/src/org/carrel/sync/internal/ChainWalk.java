/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import org.carrel.model.BranchProfile.Upload.Rule;

/** How to get through one chain. Stateless. */
sealed interface ChainWalk permits LatestOnly, FullHistory {

    /**
     * Sends what has to be sent for one item, strictly one after the other, and writes down what came of it. Returns
     * early, leaving the rest of the chain pending, when a row gets no answer or the run ends.
     */
    void walk(Chain chain) throws InterruptedException;

    static ChainWalk by(Rule rule, Courier courier, Books books) {
        return switch (rule) {
            case LATEST_ONLY -> new LatestOnly(courier, books);
            case FULL_HISTORY -> new FullHistory(courier, books);
        };
    }
}
