/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.comparison;

import java.time.Instant;
import java.util.Objects;

import org.carrel.model.ItemBarcode;

/**
 * One barcode as it was read on a shelf.
 *
 * @param barcode of what was read
 * @param at      when
 * @param person  who read it, as the session knows; may be empty
 */
public record ShelfRead(ItemBarcode barcode, Instant at, String person) {
    public ShelfRead {
        Objects.requireNonNull(barcode, "barcode");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(person, "person");
    }
}
