/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import java.util.Objects;

import org.carrel.ui.Tone;

/** How something ended, for people. @param sentence what happened and, when that is needed, what to do */
record Said(String sentence, Tone tone) {

    Said {
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(tone, "tone");
    }
}
