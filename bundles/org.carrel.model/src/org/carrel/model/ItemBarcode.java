/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

/**
 * The barcode on an item, as scanned and cleaned: not blank, no control characters, at most
 * {@value Barcodes#MAX_LENGTH} characters. Kept verbatim otherwise: blanks, {@code *} and {@code -} occur in the field.
 *
 * @param value never null
 */
public record ItemBarcode(String value) {

    /** @throws IllegalArgumentException when {@code value} could not be a barcode at all */
    public ItemBarcode {
        value = Barcodes.requireSound(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
