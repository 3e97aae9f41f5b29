/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.carrel.model.FollowUp;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;
import org.carrel.model.Outcome.Accepted;
import org.carrel.model.Outcome.Refused;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.practice.Applied.Kind;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The practice library")
class RulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-16T21:00:00Z");
    private static final ItemBarcode BOOK = PracticeBarcodes.item(1);
    private static final PatronBarcode READER = PracticeBarcodes.patron(1);

    private final TestClock clock = new TestClock(NOW);
    private PracticeServer server;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        server = PracticeServer.builder().clock(clock).registry(Desk.REGISTRY)
                .tokenLifetime(Duration.ofDays(99)).build();
        server.bringUp();
        desk = new Desk(server).signIn();
    }

    @AfterEach
    void shut() {
        desk.close();
        server.close();
    }

    @Test
    @DisplayName("lends an item until the day that the desk asked for, and takes it back")
    void lendsAndTakesBack() throws Exception {
        assertEquals(accepted(DUE), checkOut(READER, BOOK));
        assertEquals(new Loan(BOOK, READER, NOW, DUE, 0), server.loans().get(BOOK));
        assertEquals(new Accepted(Optional.empty(), List.of()), checkIn(BOOK));
        assertFalse(server.loans().containsKey(BOOK));
        assertEquals(List.of(
                new Applied(1, NOW, Kind.CHECK_OUT, BOOK, Optional.of(READER), Optional.of(DUE), Optional.empty()),
                new Applied(2, NOW, Kind.CHECK_IN, BOOK, Optional.empty(), Optional.empty(), Optional.empty())),
                server.applied());
    }

    @Test
    @DisplayName("refuses an item that is out, to anybody: it stays where it is")
    void refusesWhatIsOut() throws Exception {
        checkOut(READER, BOOK);
        assertRefused(Problem.Kind.ITEM_ALREADY_OUT, checkOut(PracticeBarcodes.patron(2), BOOK));
        assertRefused(Problem.Kind.ITEM_ALREADY_OUT, checkOut(READER, BOOK));
        assertEquals(new Loan(BOOK, READER, NOW, DUE, 0), server.loans().get(BOOK));
        assertEquals(1, server.timesApplied(Kind.CHECK_OUT, BOOK));
    }

    @Test
    @DisplayName("renews for the same patron when it is told to")
    void renews() throws Exception {
        try (PracticeServer renewing = PracticeServer.builder().clock(clock).renewals(true).build();
                Desk there = new Desk(renewing)) {
            renewing.bringUp();
            there.signIn();
            there.send(there.checkOut(READER, BOOK, DUE, NOW));
            assertInstanceOf(Accepted.class, there.send(there.checkOut(READER, BOOK, DUE, NOW)));
            assertEquals(1, renewing.loans().get(BOOK).renewals());
        }
    }

    @Test
    @DisplayName("refuses whom and what it does not know, the blocked, and what stays in the house; nothing changes")
    void refuses() throws Exception {
        assertRefused(Problem.Kind.UNKNOWN_PATRON, checkOut(PracticeBarcodes.patron(41), BOOK));
        assertRefused(Problem.Kind.PATRON_BLOCKED, checkOut(PracticeBarcodes.patron(37), BOOK));
        assertRefused(Problem.Kind.UNKNOWN_ITEM, checkOut(READER, PracticeBarcodes.item(121)));
        assertRefused(Problem.Kind.UNKNOWN_ITEM, checkIn(PracticeBarcodes.item(121)));
        assertRefused(Problem.Kind.NOT_ALLOWED_BY_POLICY, checkOut(READER, PracticeBarcodes.item(96)));
        assertRefused(Problem.Kind.ITEM_NOT_CHECKED_OUT, checkIn(BOOK));
        assertEquals(List.of(), server.applied());
    }

    @Test
    @DisplayName("shortens a loan to what its policy allows, and says so")
    void shortens() throws Exception {
        Instant threeDays = Instant.parse("2026-03-05T21:00:00Z");
        assertEquals(accepted(threeDays), checkOut(READER, PracticeBarcodes.item(81)));
        assertEquals(threeDays, server.loans().get(PracticeBarcodes.item(81)).dueAt());
    }

    @Test
    @DisplayName("counts a loan's length from when it happened, where the desk says when")
    void countsFromTheEvent() throws Exception {
        try (Desk telling = new Desk(server, true).signIn()) {
            Instant then = NOW.minus(Duration.ofDays(2));
            assertEquals(accepted(Instant.parse("2026-03-03T21:00:00Z")),
                    telling.send(telling.checkOut(READER, PracticeBarcodes.item(81), DUE, then)));
            assertEquals(Optional.of(then), server.applied().getFirst().occurredAt());
        }
    }

    @Test
    @DisplayName("gives a returned item to whoever waits for it, and forgets the wait once they have it")
    void holds() throws Exception {
        ItemBarcode wanted = PracticeBarcodes.item(111);
        assertEquals(followUp(FollowUp.Kind.HOLD, "Request: 5001", "MAIN"), checkIn(wanted));
        assertInstanceOf(Accepted.class, checkOut(PracticeBarcodes.patron(30), wanted));
        assertEquals(new Accepted(Optional.empty(), List.of()), checkIn(wanted));
    }

    @Test
    @DisplayName("sends items of another branch home, and gives special instructions")
    void routes() throws Exception {
        assertEquals(followUp(FollowUp.Kind.TRANSIT, "Process: In transit", "EAST / Stacks"),
                checkIn(PracticeBarcodes.item(106)));
        assertEquals(followUp(FollowUp.Kind.HOLD, "Request: 5003", "EAST"), checkIn(PracticeBarcodes.item(113)));
        assertEquals(followUp(FollowUp.Kind.RESHELVE, "Re-shelve", "MAIN / Stacks"),
                checkIn(PracticeBarcodes.item(115)));
        assertEquals(followUp(FollowUp.Kind.PROCESS, "Process: mend the spine", "MAIN / Stacks"),
                checkIn(PracticeBarcodes.item(116)));
        assertEquals(followUp(FollowUp.Kind.WITHDRAWN, "Withdrawn", "MAIN / Stacks"),
                checkIn(PracticeBarcodes.item(117)));
    }

    @Test
    @DisplayName("fines each day begun after the due date, and none before")
    void fines() throws Exception {
        assertEquals(followUp(FollowUp.Kind.FINE, "EUR 0.60: 3 days overdue", ""), checkIn(PracticeBarcodes.item(118)));
        checkOut(READER, BOOK);
        clock.advance(Duration.between(NOW, DUE));
        assertEquals(new Accepted(Optional.empty(), List.of()), checkIn(BOOK));
        checkOut(READER, BOOK);
        clock.advance(Duration.ofSeconds(1));
        assertEquals(followUp(FollowUp.Kind.FINE, "EUR 0.20: 1 day overdue", ""), checkIn(BOOK));
    }

    @Test
    @DisplayName("lends one patron no more than its limit")
    void limitsLoans() throws Exception {
        for (int n = 1; n <= 50; n++) {
            assertInstanceOf(Accepted.class, checkOut(READER, PracticeBarcodes.item(n)));
        }
        assertRefused(Problem.Kind.NOT_ALLOWED_BY_POLICY, checkOut(READER, PracticeBarcodes.item(51)));
        checkIn(PracticeBarcodes.item(50));
        assertInstanceOf(Accepted.class, checkOut(READER, PracticeBarcodes.item(51)));
    }

    @Test
    @DisplayName("does not know other agencies")
    void otherAgencies() throws Exception {
        ItemBarcode away = PracticeBarcodes.item(106);
        String text = new String(desk.encode(desk.checkIn(away, NOW)), StandardCharsets.UTF_8);
        for (String foreign : List.of(text.replace("900001", "900002"), text.replace("900000", "900002"))) {
            try (PracticeServer stranger = PracticeServer.builder().clock(clock).build()) {
                stranger.bringUp();
                assertRefused(Problem.Kind.CONFIGURATION, desk.send(desk.checkIn(away, NOW), foreign));
                try (Desk there = new Desk(stranger).signIn()) {
                    assertInstanceOf(Accepted.class, there.send(desk.checkIn(away, NOW), foreign));
                }
            }
        }
    }

    private Outcome checkOut(PatronBarcode patron, ItemBarcode item) throws Exception {
        return desk.send(desk.checkOut(patron, item, DUE, NOW));
    }

    private Outcome checkIn(ItemBarcode item) throws Exception {
        return desk.send(desk.checkIn(item, NOW));
    }

    private static Accepted accepted(Instant due) {
        return new Accepted(Optional.of(due), List.of());
    }

    private static Accepted followUp(FollowUp.Kind kind, String text, String destination) {
        return new Accepted(Optional.empty(), List.of(new FollowUp(kind, text, destination)));
    }

    private static void assertRefused(Problem.Kind kind, Outcome outcome) {
        Refused refused = assertInstanceOf(Refused.class, outcome, outcome.toString());
        assertEquals(kind, refused.problem().kind(), refused.toString());
        assertTrue(refused.problem().detail().length() > 5, refused.toString());
    }
}
