/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A typed date")
class TypedDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest(name = "\"{1}\" in {0} is {2}")
    @CsvSource({ "en-US, 12/6/2026, 2026-12-06", "en-US, 12/6/26, 2026-12-06", "en-US, 12-6-2026, 2026-12-06",
            "en-GB, 6/12/2026, 2026-12-06", "nl-NL, 6-12-2026, 2026-12-06", "nl-NL, 6-12, 2026-12-06",
            "de-DE, 6.12.26, 2026-12-06", "de-DE, 6.12., 2026-12-06", "en-US, 2026-12-06, 2026-12-06",
            "nl-NL, 2026-12-06, 2026-12-06", "en-US, 1/5, 2027-01-05", "en-US, +7, 2026-11-29",
            "nl-NL, +2w, 2026-12-06", "en-US, +1m, 2026-12-22", "sv-SE, 2026-12-06, 2026-12-06" })
    void is_understood_in_the_order_of_the_language(String language, String typed, LocalDate meant) {
        assertEquals(Optional.of(meant), new TypedDate(Locale.forLanguageTag(language)).read(typed, TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "tomorrow", "31/31/2026", "2/30/2026", "12", "1/2/3/4", "12/6/026", "+9999",
            "31000000000037" })
    void is_not_guessed_when_it_means_nothing(String typed) {
        assertEquals(Optional.empty(), new TypedDate(Locale.US).read(typed, TODAY));
    }

    @Test
    void is_read_back_as_it_is_written_in_every_language() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String language : new String[] { "en-US", "en-GB", "nl-NL", "de-DE", "fr-FR", "es-ES", "sv-SE",
                "it-IT" }) {
            TypedDate typed = new TypedDate(Locale.forLanguageTag(language));
            for (int i = 0; i < 200; i++) {
                LocalDate date = TODAY.plusDays(random.nextInt(4_000));
                assertEquals(Optional.of(date), typed.read(typed.write(date), TODAY),
                        () -> language + " " + typed.write(date) + " seed " + seed);
            }
        }
    }
}
