/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import static org.carrel.sync.ui.internal.Examples.MOMENTS;
import static org.carrel.sync.ui.internal.Examples.NOON;
import static org.carrel.sync.ui.internal.Examples.checkIn;
import static org.carrel.sync.ui.internal.Examples.checkOut;
import static org.carrel.sync.ui.internal.Examples.failed;
import static org.carrel.sync.ui.internal.Examples.unanswered;
import static org.carrel.sync.ui.internal.Examples.uploaded;
import static org.carrel.sync.ui.internal.Examples.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.carrel.model.Problem;
import org.carrel.sync.NextStep.Group;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The results")
class ResultsTest {

    private final ResultWords words = new ResultWords(MOMENTS);

    @Test
    void are_grouped_by_what_to_do_next() {
        var results = Results.read(new QueueInMemory(
                failed(1, checkOut("P001", "I001", NOON), Problem.Kind.UNKNOWN_PATRON),
                unanswered(2, checkIn("I002", NOON)),
                uploaded(3, checkIn("I003", NOON), Optional.empty()),
                failed(4, checkOut("P001", "I004", NOON), Problem.Kind.CONFIGURATION)));
        assertEquals(List.of("I001"), items(results, Group.CORRECT));
        assertEquals(List.of("I002"), items(results, Group.RETRY));
        assertEquals(List.of("I003"), items(results, Group.NOTHING));
        assertEquals(List.of("I004"), items(results, Group.ASK_ADMINISTRATOR));
        assertEquals(Group.CORRECT, results.mostUrgent());
    }

    @Test
    void do_not_hold_what_was_never_sent() {
        var results = Results.read(new QueueInMemory(waiting(1, checkIn("I001", NOON))));
        assertTrue(results.groups().values().stream().allMatch(List::isEmpty));
        assertEquals(Group.NOTHING, results.mostUrgent());
    }

    @Test
    void show_the_newest_first_and_say_how_many_more_there_are() {
        var queue = new QueueInMemory();
        for (int i = 1; i <= Results.LIMIT + 3; i++) {
            queue.add(uploaded(i, checkIn("I%04d".formatted(i), NOON), Optional.empty()));
        }
        var results = Results.read(queue);
        assertEquals(Results.LIMIT, results.of(Group.NOTHING).size());
        assertEquals("I5003", words.item(results.of(Group.NOTHING).get(0)));
        assertEquals(3, results.more());
    }

    @Test
    void never_leave_out_what_needs_somebody_for_what_does_not() {
        var queue = new QueueInMemory(failed(1, checkIn("I0000", NOON), Problem.Kind.UNKNOWN_ITEM));
        for (int i = 2; i <= Results.LIMIT + 2; i++) {
            queue.add(uploaded(i, checkIn("I%04d".formatted(i), NOON), Optional.empty()));
        }
        assertEquals(List.of("I0000"), items(Results.read(queue), Group.CORRECT));
    }

    @Test
    void say_when_the_library_system_chose_another_due_date() {
        var loan = checkOut("P001", "I001", NOON);
        var same = row(uploaded(1, loan, Optional.of(loan.dueAt())));
        var other = row(uploaded(1, loan, Optional.of(loan.dueAt().minus(Duration.ofDays(7)))));
        assertFalse(words.due(same).contains("changed"), words.due(same));
        assertTrue(words.due(other).contains("changed by the library system"), words.due(other));
    }

    @Test
    void can_be_retried_only_when_they_failed() {
        assertTrue(row(failed(1, checkIn("I001", NOON), Problem.Kind.UNKNOWN_ITEM)).canRetry());
        assertTrue(row(unanswered(1, checkIn("I001", NOON))).canRetry());
        assertFalse(row(unanswered(1, checkIn("I001", NOON))).canCorrect(), "it may have been applied");
        assertFalse(row(uploaded(1, checkIn("I001", NOON), Optional.empty())).canRetry());
    }

    @Test
    void are_named_one_by_one_before_they_are_deleted() {
        var question = words.deletionQuestion(List.of(
                row(failed(1, checkOut("P001", "I001", NOON), Problem.Kind.UNKNOWN_PATRON)),
                row(failed(2, checkIn("I002", NOON), Problem.Kind.UNKNOWN_ITEM))));
        assertTrue(question.contains("these 2 transactions"), question);
        assertTrue(question.contains("Check out of item I001 to patron P001"), question);
        assertTrue(question.contains("Check in of item I002"), question);
    }

    @Test
    void beyond_five_are_counted_before_they_are_deleted() {
        var row = row(failed(1, checkIn("I001", NOON), Problem.Kind.UNKNOWN_ITEM));
        var question = words.deletionQuestion(List.of(row, row, row, row, row, row, row));
        assertTrue(question.endsWith("and 2 others"), question);
    }

    @Test
    void give_the_whole_text_of_the_server_in_the_details() {
        String details = words.details(row(failed(1, checkIn("I001", NOON), Problem.Kind.UNKNOWN_ITEM)));
        assertTrue(details.contains("Type of the server"), details);
        assertTrue(details.contains("Detail of the server"), details);
        assertTrue(details.contains("Sent once"), details);
    }

    private static Results.Row row(org.carrel.model.QueueEntry entry) {
        return new Results.Row(entry, org.carrel.sync.NextStep.of(entry));
    }

    private List<String> items(Results results, Group group) {
        return results.of(group).stream().map(words::item).toList();
    }
}
