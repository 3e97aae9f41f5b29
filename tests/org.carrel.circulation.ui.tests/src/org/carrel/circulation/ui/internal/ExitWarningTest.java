/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Closing the program")
class ExitWarningTest {

    private static final DeskScan SCAN = new DeskScan.Out("P1", "I1", Instant.EPOCH);

    private final ExitWarning warning = new ExitWarning();

    @Test
    void is_no_question_when_everything_is_settled() {
        assertEquals(Optional.empty(), warning.about(Attention.NONE));
    }

    @Test
    void says_how_many_doubtful_scans_would_not_be_recorded() {
        Attention two = Attention.NONE.ask(new Attention.Question(SCAN, Set.of(), ""))
                .ask(new Attention.Question(new DeskScan.In("I2"), Set.of(), ""));
        String sentence = warning.about(two).orElseThrow();
        assertTrue(sentence.startsWith("2 doubtful scans"), sentence);
    }

    @Test
    void speaks_first_of_what_no_disk_took() {
        Attention both = Attention.NONE.ask(new Attention.Question(SCAN, Set.of(), ""))
                .lose(new Attention.Unsaved(new DeskScan.In("I2"), ""));
        String sentence = warning.about(both).orElseThrow();
        assertTrue(sentence.startsWith("One scan was NOT SAVED"), sentence);
    }

    @Test
    void is_no_question_because_of_scans_that_were_never_right() {
        assertEquals(Optional.empty(), warning.about(Attention.NONE.refuse(new Attention.Refusal(SCAN, ""))));
    }
}
