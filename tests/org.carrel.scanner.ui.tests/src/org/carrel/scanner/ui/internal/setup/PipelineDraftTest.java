/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.carrel.scanner.pipeline.PipelineSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How reads are understood, as it is filled in")
class PipelineDraftTest {

    private static PipelineDraft with(String prefix, String suffix, String shelf, String condition, String ignore) {
        PipelineDraft start = PipelineDraft.of(PipelineSettings.STANDARD);
        return new PipelineDraft(start.charset(), prefix, suffix, start.aim(), start.codabar(), start.trim(),
                start.checkDigit(), shelf, condition, ignore);
    }

    @Test
    void control_characters_are_typed_as_escapes() {
        Judged.Sound<?> sound = assertInstanceOf(Judged.Sound.class, with("\\x02", "\\t", "", "", "").judge());
        assertEquals(PipelineSettings.STANDARD.withEnds("\u0002", "\t"), sound.value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", value = { "\\q | '' | '' | '' | '' | PREFIX",
            "'' | \\x0 | '' | '' | '' | SUFFIX", "'' | '' | S-( | '' | '' | SHELF",
            "'' | '' | '' | [a- | '' | CONDITION", "'' | '' | '' | '' | *x | IGNORE" })
    @DisplayName("what is wrong is said at its field")
    void what_is_wrong_is_said_at_its_field(String prefix, String suffix, String shelf, String condition,
            String ignore, Field field) {
        Judged.Unsound<?> wrong = assertInstanceOf(Judged.Unsound.class,
                with(prefix, suffix, shelf, condition, ignore).judge());
        assertEquals(field, wrong.field());
        assertTrue(wrong.sentence().endsWith("."), wrong.sentence());
    }

    @Test
    void a_pattern_that_would_swallow_every_scan_is_refused() {
        Judged.Unsound<?> wrong = assertInstanceOf(Judged.Unsound.class, with("", "", "", "", ".*").judge());
        assertTrue(wrong.sentence().contains("narrower"), wrong.sentence());
    }
}
