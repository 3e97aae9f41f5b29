/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;
import org.carrel.ui.Moments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The question before deleting")
class ClearQuestionTest {

    private final Moments moments = new Moments(ZoneId.of("UTC"), Locale.US);

    private static QueueEntry row(String item, TransactionState state) {
        FakeDesk desk = new FakeDesk();
        desk.checkOut("2000", item, FakeDesk.NOON, Set.of());
        Transaction transaction = desk.recorded.getFirst();
        return new QueueEntry(1, transaction, new Standing(state, 1, FakeDesk.NOON, false, false, Optional.empty(),
                Optional.empty(), ""));
    }

    private ClearQuestion about(QueueEntry... entries) {
        return new ClearQuestion(List.of(entries), moments);
    }

    @Test
    void names_what_the_library_system_would_never_hear_of() {
        ClearQuestion question = about(row("3001", TransactionState.AWAITING_SYNC),
                row("3002", TransactionState.UPLOADED), row("3003", TransactionState.UPLOAD_FAILED));
        assertTrue(question.losesSomething());
        assertTrue(question.explanation().contains("3001") && question.explanation().contains("3003"),
                question.explanation());
        assertFalse(question.explanation().contains("3002"), question.explanation());
        assertEquals("Delete 3 transactions for ever?", question.headline());
    }

    @Test
    void loses_nothing_when_all_of_it_was_uploaded() {
        assertFalse(about(row("3001", TransactionState.UPLOADED), row("3002", TransactionState.SUPERSEDED))
                .losesSomething());
    }

    @Test
    void leaves_alone_what_is_on_its_way() {
        ClearQuestion question = about(row("3001", TransactionState.IN_FLIGHT), row("3002", TransactionState.UPLOADED));
        assertEquals(1, question.deletable().size());
        assertTrue(question.explanation().contains("on its way"), question.explanation());
        assertTrue(about(row("3001", TransactionState.IN_FLIGHT)).deletable().isEmpty());
    }

    @Test
    void stays_short_however_many_are_selected() {
        QueueEntry[] many = IntStream.range(0, 500).mapToObj(i -> row("3" + i, TransactionState.AWAITING_SYNC))
                .toArray(QueueEntry[]::new);
        assertTrue(about(many).explanation().lines().count() < 15);
        assertTrue(about(many).explanation().contains("and 494 more"), about(many).explanation());
    }

    @Test
    void counts_by_state() {
        assertTrue(about(row("3001", TransactionState.AWAITING_SYNC), row("3002", TransactionState.UPLOADED),
                row("3003", TransactionState.UPLOADED)).explanation().contains("1 Awaiting Sync, 2 Uploaded"));
    }
}
