/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.MissingResourceException;

import org.carrel.model.sample.Sample;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts texts = Texts.of(Sample.class);

    @Test
    void a_sentence_is_filled_in() {
        assertEquals("3 items for desk.", texts.get("items", 3, "desk"));
    }

    @Test
    void a_sentence_without_arguments_is_taken_as_it_stands() {
        assertEquals("It's {here}.", texts.get("plain"));
    }

    @Test
    void text_is_utf_8() {
        assertEquals("Größe – “ja”", texts.get("accents"));
    }

    @Test
    void a_missing_key_fails_at_once() {
        assertThrows(MissingResourceException.class, () -> texts.get("nowhere"));
    }

    @Test
    void a_package_without_sentences_fails_at_once() {
        assertThrows(MissingResourceException.class, () -> Texts.of(Standing.class));
    }
}
