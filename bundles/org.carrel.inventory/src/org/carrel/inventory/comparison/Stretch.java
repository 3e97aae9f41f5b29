/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import java.util.List;
import java.util.Objects;

import org.carrel.inventory.shelf.ShelfOrder;

/**
 * What was read at a stretch: from one person, with one device, from left to right along the shelves without a jump.
 *
 * @param location the shelving location where it was; empty when nobody said
 * @param reach    how far out of order the device may read; see {@link ShelfOrder}
 * @param reads    in the order in which they were read
 */
public record Stretch(String location, int reach, List<ShelfRead> reads) {

    public Stretch {
        Objects.requireNonNull(location, "location");
        if (reach < 0) {
            throw new IllegalArgumentException("a reach of " + reach);
        }
        reads = List.copyOf(reads);
    }

    /** Read one by one, somewhere on the shelves of the scope. */
    public static Stretch of(List<ShelfRead> reads) {
        return new Stretch("", 0, reads);
    }
}
