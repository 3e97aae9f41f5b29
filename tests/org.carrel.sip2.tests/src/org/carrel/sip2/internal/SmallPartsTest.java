/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemDetails;
import org.carrel.model.ItemStatus;
import org.carrel.model.port.ItemLookup.Answer;
import org.carrel.model.port.ItemLookup.Reason;
import org.carrel.sip2.FixedField;
import org.carrel.sip2.MessageType;
import org.carrel.sip2.Sip2Message;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The client's small parts")
class SmallPartsTest {

    private static final ItemBarcode ITEM = new ItemBarcode("3100");
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");

    private static Sip2Message answer(String status) {
        return Sip2Message.of(MessageType.ITEM_INFORMATION_RESPONSE).with(FixedField.CIRCULATION_STATUS, status)
                .with("AB", "3100");
    }

    @ParameterizedTest
    @CsvSource({ "02, ON_ORDER, On order", "03, AVAILABLE, Available", "04, ON_LOAN, On loan",
            "05, ON_LOAN, 'On loan, cannot be recalled yet'", "06, IN_PROCESSING, In process",
            "07, ON_LOAN, 'On loan, recalled'", "08, ON_HOLD, On the hold shelf",
            "09, RECENTLY_RETURNED, Waiting to be reshelved", "10, IN_TRANSIT, In transit",
            "11, CLAIMED_RETURNED, Claimed returned", "12, LOST, Lost", "13, MISSING, Missing", "01, OTHER, Other",
            "14, OTHER, Other", "'  ', OTHER, Other", "00, OTHER, Other" })
    @DisplayName("put a circulation status into words")
    void words(String number, ItemStatus status, String words) {
        ItemDetails details = assertInstanceOf(Answer.Known.class,
                ItemAnswers.of(ITEM, answer(number).with("AJ", "Title"))).details();
        assertEquals(status, details.status());
        assertEquals(words, details.statusWords());
    }

    @Test
    @DisplayName("take what a server says about an item, and nothing for what it does not say")
    void details() {
        assertEquals(
                new Answer.Known(new ItemDetails(ITEM, "Title", "QA 1 .B2", ItemStatus.ON_LOAN, "On loan",
                        "2026-04-01", "Stacks", "Desk", "MAIN", List.of("one", "two"))),
                ItemAnswers.of(ITEM, answer("04").with("AJ", " Title ").with("CS", "QA 1 .B2").with("AH", "2026-04-01")
                        .with("AQ", "Stacks").with("AP", "Desk").with("BG", "MAIN").with("AF", "one").with("AF", "")
                        .with("AF", "two")));
        assertEquals(new Answer.Known(
                new ItemDetails(ITEM, "", "", ItemStatus.AVAILABLE, "Available", "", "", "", "", List.of())),
                ItemAnswers.of(ITEM, answer("03")));
    }

    @Test
    @DisplayName("know an unknown item by its missing title and its status that says nothing")
    void unknown() {
        assertEquals(new Answer.Unknown(ITEM, "Item not found"),
                ItemAnswers.of(ITEM, answer("01").with("AJ", "").with("AF", "Item not found")));
    }

    @ParameterizedTest
    @CsvSource({ "030, 003, 3000, 3", "999, 999, 3333, 3", "000, 000, 3333, 0", "001, 099, 500, 5",
            "900, 001, 10000, 1", "'   ', '   ', 3333, 3" })
    @DisplayName("take the server's pace as far as it is sane")
    void pace(String tenths, String retries, long once, int times) {
        Sip2Message status = Sip2Message.of(MessageType.ACS_STATUS).with(FixedField.TIMEOUT_PERIOD, tenths)
                .with(FixedField.RETRIES_ALLOWED, retries);
        Pace pace = Pace.of(Duration.ofSeconds(10)).wished(status);
        assertEquals(once, pace.once().toMillis());
        assertEquals(times, pace.retries());
    }

    @Test
    @DisplayName("leave a server alone longer and longer, to a minute; after a refusal for five")
    void backoff() {
        Backoff backoff = new Backoff();
        assertEquals(Optional.empty(), backoff.at(NOW));
        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
            backoff.failed(Reason.UNREACHABLE, NOW);
            assertEquals(Optional.of(Reason.UNREACHABLE), backoff.at(NOW.plusSeconds(seconds).minusMillis(1)));
            assertEquals(Optional.empty(), backoff.at(NOW.plusSeconds(seconds)));
        }
        backoff.failed(Reason.SIGN_IN_REFUSED, NOW);
        assertEquals(Optional.of(Reason.SIGN_IN_REFUSED), backoff.at(NOW.plusSeconds(299)));
        assertTrue(backoff.at(NOW.plusSeconds(300)).isEmpty());
        backoff.succeeded();
        backoff.failed(Reason.TOO_LATE, NOW);
        assertTrue(backoff.at(NOW.plusSeconds(1)).isEmpty());
    }
}
