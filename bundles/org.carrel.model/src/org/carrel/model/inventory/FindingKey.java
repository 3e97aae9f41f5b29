/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.util.Objects;

import org.carrel.model.ItemBarcode;

/**
 * Which finding somebody dealt with, in words that stay the same over later scans, other item files and restarts:
 * findings themselves are made anew by each comparison.
 *
 * @param kind    what is the matter, as the use case names it: 1 to {@value #LONGEST_KIND} characters
 * @param barcode of what it is about
 * @param item    tells apart several findings of that kind about that barcode, at most {@value #LONGEST_ITEM}
 *                characters: which of the items that have it, or which condition; empty when the barcode is enough
 */
public record FindingKey(String kind, ItemBarcode barcode, String item) {

    public static final int LONGEST_KIND = 32;

    public static final int LONGEST_ITEM = 64;

    public FindingKey {
        Objects.requireNonNull(barcode, "barcode");
        if (kind.isBlank() || kind.length() > LONGEST_KIND || item.length() > LONGEST_ITEM) {
            throw new IllegalArgumentException("a kind of " + kind.length() + " and an item of " + item.length());
        }
    }

    /** The only one of that kind about that barcode. */
    public FindingKey(String kind, ItemBarcode barcode) {
        this(kind, barcode, "");
    }
}
