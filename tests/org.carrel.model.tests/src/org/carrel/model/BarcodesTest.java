/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodesTest {

    @ParameterizedTest
    @ValueSource(strings = { "31000000000011", "X", "A B-1*", " 31", "QR/2026#7", "Ä-12", "書-7", "\uD83D\uDCD6 1" })
    void what_can_stand_on_a_label_is_sound_and_kept_verbatim(String text) {
        assertTrue(Barcodes.isSound(text));
        assertEquals(text, new ItemBarcode(text).value());
        assertEquals(text, new PatronBarcode(text).value());
    }

    @ParameterizedTest(name = "[{index}]")
    @ValueSource(strings = { "", " ", "\u00a0\u2003 ", "31\n", "31\t", "\u000031", "31\u007f", "31\u0085", "31\u2028",
            "31\u2029", "31\u202e", "\u2066a", "a\u200db", "\ufeff31", "31\ud800", "\udc0031", "31\u0378" })
    void blank_control_bidirectional_and_broken_text_is_not(String text) {
        assertFalse(Barcodes.isSound(text));
        assertThrows(IllegalArgumentException.class, () -> new ItemBarcode(text));
        assertThrows(IllegalArgumentException.class, () -> new PatronBarcode(text));
    }

    @Test
    void null_is_no_barcode() {
        assertFalse(Barcodes.isSound(null));
        assertThrows(IllegalArgumentException.class, () -> new ItemBarcode(null));
    }

    @Test
    void a_hundred_characters_are_the_most() {
        assertTrue(Barcodes.isSound("1".repeat(Barcodes.MAX_LENGTH)));
        assertFalse(Barcodes.isSound("1".repeat(Barcodes.MAX_LENGTH + 1)));
    }

    @Test
    void a_refused_barcode_is_not_repeated_in_the_message() {
        String message = assertThrows(IllegalArgumentException.class, () -> new PatronBarcode("secret\n"))
                .getMessage();
        assertFalse(message.contains("secret"));
    }

    @Test
    void a_patron_s_barcode_never_shows_in_text() {
        PatronBarcode patron = new PatronBarcode("21000000000013");
        CheckOut out = new CheckOut(new TransactionIds(Clock.systemUTC()).next(), patron,
                new ItemBarcode("31000000000011"), Instant.EPOCH, Instant.EPOCH, new Origin("desk", ""));
        QueueEntry entry = new QueueEntry(1, out, Standing.awaitingSync(Instant.EPOCH));

        assertTrue(patron.toString().matches("patron#[0-9a-f]{8}"), patron::toString);
        assertFalse(entry.toString().contains("2100000"), entry::toString);
        assertTrue(entry.toString().contains(patron.toString()));
    }

    @Test
    void the_hash_that_stands_for_a_patron_is_stable_and_tells_patrons_apart() {
        assertEquals("patron#" + "a665a459", new PatronBarcode("123").toString());
        assertNotEquals(new PatronBarcode("124").toString(), new PatronBarcode("123").toString());
    }
}
