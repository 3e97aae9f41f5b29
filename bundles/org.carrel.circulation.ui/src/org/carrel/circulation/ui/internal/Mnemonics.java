/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.HashSet;
import java.util.Set;

/**
 * Gives each label that comes from a profile a mnemonic of its own, as far as its characters allow. Not thread-safe.
 */
final class Mnemonics {

    private final Set<Integer> taken = new HashSet<>();

    /** @param reserved characters that mean something else in the same place */
    Mnemonics(String reserved) {
        reserved.codePoints().map(Character::toLowerCase).forEach(taken::add);
    }

    /** {@code label} with an ampersand before its mnemonic; ampersands of its own are kept as such. */
    String mark(String label) {
        StringBuilder marked = new StringBuilder();
        boolean done = false;
        for (int codePoint : label.codePoints().toArray()) {
            if (!done && Character.isLetterOrDigit(codePoint) && taken.add(Character.toLowerCase(codePoint))) {
                marked.append('&');
                done = true;
            }
            marked.append(codePoint == '&' ? "&&" : Character.toString(codePoint));
        }
        return marked.toString();
    }
}
