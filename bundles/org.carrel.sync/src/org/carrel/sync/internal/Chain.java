/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.util.List;
import java.util.Objects;

import org.carrel.model.ItemBarcode;
import org.carrel.model.QueueEntry;

/**
 * What is pending for one item, oldest first. Chains are independent of each other; within a chain the order is strict.
 *
 * @param item what the chain is about
 * @param rows never empty
 */
record Chain(ItemBarcode item, List<QueueEntry> rows) {

    Chain {
        Objects.requireNonNull(item, "item");
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a chain has at least one row");
        }
    }

    QueueEntry oldest() {
        return rows.getFirst();
    }

    QueueEntry latest() {
        return rows.getLast();
    }

    /** How often the row that matters most was sent before; what failed before comes after what was never tried. */
    int attempts() {
        return latest().standing().attempts();
    }
}
