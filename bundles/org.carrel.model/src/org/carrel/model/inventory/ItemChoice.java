/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.util.Objects;

import org.carrel.model.ItemBarcode;

/**
 * Which of several items with one barcode stands on the shelf.
 *
 * @param barcode that they share
 * @param item    which one, in words that stay the same with another item file, at most
 *                {@value FindingKey#LONGEST_ITEM} characters; empty when nobody says any more
 */
public record ItemChoice(ItemBarcode barcode, String item) {

    public ItemChoice {
        Objects.requireNonNull(barcode, "barcode");
        if (item.length() > FindingKey.LONGEST_ITEM) {
            throw new IllegalArgumentException("an item of " + item.length() + " characters");
        }
    }
}
