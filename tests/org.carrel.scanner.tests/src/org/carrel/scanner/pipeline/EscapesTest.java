/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Escapes")
class EscapesTest {

    @Test
    @DisplayName("bring back any text and any bytes")
    void bring_back_any_text_and_any_bytes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(30)];
            random.nextBytes(bytes);
            assertArrayEquals(bytes, Escapes.bytes(Escapes.visible(bytes)), () -> "seed " + seed);
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(20); j > 0; j--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x10000)));
            }
            assertEquals(text.toString(), Escapes.text(Escapes.visible(text.toString())), () -> "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "\\", "abc\\", "\\q", "\\x", "\\x1", "\\xG1", "\\u12", "\\u12G4", "\\x１２" })
    @DisplayName("that are not understood are refused with a sentence that says where")
    void that_are_not_understood_are_refused(String escaped) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> Escapes.text(escaped)).getMessage();

        assertTrue(sentence.contains("character " + (escaped.indexOf('\\') + 1)), sentence);
        assertThrows(IllegalArgumentException.class, () -> Escapes.bytes(escaped));
    }

    @Test
    @DisplayName("mean bytes where bytes are meant")
    void mean_bytes_where_bytes_are_meant() {
        assertArrayEquals(new byte[] { 'a', (byte) 0xE9, '\r', (byte) 0xC3, (byte) 0xA9, '\\' },
                Escapes.bytes("a\\xE9\\r\\u00E9\\\\"));
        assertEquals("a\\xE9", Escapes.visible(new byte[] { 'a', (byte) 0xE9 }));
    }
}
