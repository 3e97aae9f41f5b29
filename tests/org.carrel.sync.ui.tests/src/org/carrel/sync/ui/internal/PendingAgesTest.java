/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import static org.carrel.sync.ui.internal.Examples.MOMENTS;
import static org.carrel.sync.ui.internal.Examples.NOON;
import static org.carrel.sync.ui.internal.Examples.ZONE;
import static org.carrel.sync.ui.internal.Examples.checkIn;
import static org.carrel.sync.ui.internal.Examples.unanswered;
import static org.carrel.sync.ui.internal.Examples.uploaded;
import static org.carrel.sync.ui.internal.Examples.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What waits, by age,")
class PendingAgesTest {

    @Test
    void is_counted_by_the_days_of_the_branch() {
        // 23:30 UTC of the 9th is 00:30 of the 10th in Amsterdam: today.
        var queue = new QueueInMemory(waiting(1, checkIn("I001", Instant.parse("2026-03-09T23:30:00Z"))),
                waiting(2, checkIn("I002", Instant.parse("2026-03-09T22:30:00Z"))),
                waiting(3, checkIn("I003", Instant.parse("2026-03-05T10:00:00Z"))),
                waiting(4, checkIn("I004", Instant.parse("2026-02-05T10:00:00Z"))),
                unanswered(5, checkIn("I005", Instant.parse("2026-03-10T08:00:00Z"))));
        var ages = PendingAges.read(queue, NOON, ZONE);
        assertEquals(List.of(2, 1, 1, 1), ages.bars().stream().map(PendingAges.Bar::count).toList());
        assertEquals(5, ages.total());
        assertEquals(Optional.of(Instant.parse("2026-02-05T10:00:00Z")), ages.oldest());
    }

    @Test
    void does_not_count_what_was_uploaded() {
        var ages = PendingAges.read(new QueueInMemory(uploaded(1, checkIn("I001", NOON), Optional.empty())), NOON,
                ZONE);
        assertEquals(0, ages.total());
        assertEquals("Nothing waits for upload.", ages.sentence(NOON, MOMENTS));
    }

    @Test
    void is_said_in_a_sentence_with_the_oldest() {
        var queue = new QueueInMemory(waiting(1, checkIn("I001", Instant.parse("2026-03-10T08:05:00Z"))));
        String sentence = PendingAges.read(queue, NOON, ZONE).sentence(NOON, MOMENTS);
        assertTrue(sentence.startsWith("1 transaction waits"), sentence);
        assertTrue(sentence.contains("09:05"), sentence);
    }
}
