/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.Objects;

/**
 * What became of something that a person filled in.
 *
 * @param <T> what it was to become
 */
sealed interface Judged<T> {

    /** It makes sense. */
    record Sound<T>(T value) implements Judged<T> {
        public Sound {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * It does not.
     *
     * @param field    where
     * @param sentence what is wrong and what to do
     */
    record Unsound<T>(Field field, String sentence) implements Judged<T> {
        public Unsound {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
