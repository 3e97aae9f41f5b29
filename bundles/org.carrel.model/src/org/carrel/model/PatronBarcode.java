/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The barcode on a patron's card. Of the same form as an {@link ItemBarcode}, but personal data: its
 * {@link #toString()} is a short stable hash, so that no log, exception or debugger line gives a patron away by
 * accident. Whoever needs the barcode itself asks for {@link #value()}.
 *
 * @param value never null
 */
public record PatronBarcode(String value) {

    /** @throws IllegalArgumentException when {@code value} could not be a barcode at all */
    public PatronBarcode {
        value = Barcodes.requireSound(value);
    }

    /** {@code patron#} and eight hex digits: the same for the same barcode, everywhere. */
    @Override
    public String toString() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return "patron#" + HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
