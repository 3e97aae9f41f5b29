/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import static org.carrel.sync.ui.internal.Examples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.carrel.model.UploadRun;
import org.carrel.model.UploadRun.Ending;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What is said of an upload")
class RunSentenceTest {

    @ParameterizedTest
    @EnumSource
    void is_a_sentence_for_every_ending(Ending ending) {
        String sentence = RunSentence.of(run(ending, 2, 1, 0, 0));
        assertTrue(sentence.matches("(?s)\\p{Lu}.*[.].*"), sentence);
        assertFalse(RunSentence.brief(Optional.of(ending)).isBlank());
    }

    @Test
    void names_only_the_numbers_that_are_not_zero() {
        assertEquals("The upload has ended: 10 uploaded, 1 failed, 1 superseded.",
                RunSentence.of(run(Ending.COMPLETED, 10, 1, 0, 1)));
    }

    @Test
    void says_that_there_was_nothing() {
        assertEquals("There was nothing to upload.", RunSentence.of(run(Ending.COMPLETED, 0, 0, 0, 0)));
    }

    @Test
    void warns_of_a_second_try_after_a_refused_sign_in() {
        String sentence = RunSentence.of(run(Ending.SIGN_IN_REFUSED, 0, 0, 0, 0));
        assertTrue(sentence.contains("will not try again by itself"), sentence);
    }

    @Test
    void says_what_a_run_without_an_end_means() {
        var run = new UploadRun(NOON, Optional.empty(), Optional.empty(), 0, 0, 0, 0, "");
        assertTrue(RunSentence.of(run).contains("did not come to its end"));
        assertTrue(RunSentence.needsAttention(run));
    }

    @Test
    void asks_for_attention_unless_all_went_well() {
        assertFalse(RunSentence.needsAttention(run(Ending.COMPLETED, 3, 0, 0, 1)));
        assertTrue(RunSentence.needsAttention(run(Ending.COMPLETED, 3, 1, 0, 0)));
        assertTrue(RunSentence.needsAttention(run(Ending.COMPLETED, 3, 0, 1, 0)), "one without an answer");
        assertTrue(RunSentence.needsAttention(run(Ending.SYSTEM_AWAY, 3, 0, 2, 0)));
    }

    private static UploadRun run(Ending ending, int uploaded, int failed, int comms, int superseded) {
        return new UploadRun(NOON, Optional.of(NOON), Optional.of(ending), uploaded, failed, comms, superseded, "");
    }
}
