/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.Optional;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.ShelfKey;

/** A scheme that reads {@linkplain PlainText plain} text and writes into a key that may have begun already. */
interface PlainScheme extends CallNumberScheme {

    /**
     * Adds the key of the call number.
     *
     * @param in  at the first letter or digit, or at the end when there is none; it may be moved
     * @param out may have got something also when the answer is no
     * @return whether it is a call number of this scheme
     */
    boolean write(Reading in, KeyBytes out);

    @Override
    default Optional<ShelfKey> key(String callNumber) {
        Reading in = new Reading(PlainText.of(callNumber));
        in.skipToNext();
        KeyBytes out = new KeyBytes();
        return write(in, out) ? Optional.of(out.toKey()) : Optional.empty();
    }
}
