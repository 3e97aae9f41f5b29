/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.port.ItemLookup.Answer;
import org.carrel.model.port.ItemLookup.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Asking about an item by SIP2")
@Timeout(300)
class Sip2FaultsTest {

    /** Émigré cafés, so that letters show. */
    private static final ItemBarcode ITEM = PracticeBarcodes.item(7);
    private static final String TITLE = "A Short History of Émigré Cafés";
    private static final Duration SHORT = Duration.ofSeconds(2);

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "split", "no-cr", "ask-again", "wrong-checksum", "wrong-sequence", "silence", "latin-1",
            "decomposed", "odd", "malformed", "truncated", "cut", "empty", "wrong-item", "drop-before", "drop-after",
            "slow 300ms", "latency 200ms", "html" })
    @DisplayName("gets the right answer although the first one is spoilt by")
    void healed(String fault) throws Exception {
        try (AskingDesk desk = AskingDesk.open(true)) {
            desk.known(PracticeBarcodes.item(1));
            desk.server.misbehave("sip2-item:1 " + fault);

            assertEquals(TITLE, desk.known(ITEM).title());
            assertEquals(fault.startsWith("latency") ? 0 : 1,
                    desk.server.received().stream().filter(r -> r.fault().contains(fault)).count(), "the fault struck");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "split", "no-cr", "ask-again", "wrong-checksum", "wrong-sequence", "silence", "latin-1",
            "decomposed", "odd", "malformed", "cut", "empty", "wrong-item", "drop-before", "drop-after",
            "slow 300ms", "html" })
    @DisplayName("gets the right answer without error detection, too, after")
    void healedWithoutErrorDetection(String fault) throws Exception {
        try (AskingDesk desk = AskingDesk.open(false)) {
            desk.known(PracticeBarcodes.item(1));
            desk.server.misbehave("sip2-item:1 " + fault);

            assertEquals(TITLE, desk.known(ITEM).title());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({ "sip2-item silence, TOO_LATE", "sip2-item empty, TOO_LATE", "sip2-item wrong-item, TOO_LATE",
            "sip2-item latency 1m, TOO_LATE", "sip2-item slow 1m, TOO_LATE", "sip2-item wrong-checksum, UNINTELLIGIBLE",
            "sip2-item ask-again, UNINTELLIGIBLE", "sip2-item huge 1, UNINTELLIGIBLE",
            "sip2-item drop-before, UNREACHABLE", "sip2-item cut, UNREACHABLE", "sip2-login drop-before, UNREACHABLE",
            "sip2-login silence, TOO_LATE", "sip2-login refuse, SIGN_IN_REFUSED", "sip2-status refuse, NOT_OFFERED",
            "down, UNREACHABLE" })
    @DisplayName("gets a sentence and nobody waits for ever, when it never ends; and an answer when it does")
    void lasting(String script, Reason reason) throws Exception {
        try (AskingDesk desk = AskingDesk.open(true, SHORT)) {
            desk.server.misbehave(script);
            Answer.None none = assertInstanceOf(Answer.None.class, desk.ask(ITEM));
            assertEquals(reason, none.reason());
            assertTrue(none.sentence().endsWith("."), none.sentence());

            desk.server.misbehave("");
            Answer answer = none;
            // What the server owes from before may use up the first of these.
            for (int i = 0; i < 20 && !(answer instanceof Answer.Known); i++) {
                desk.later();
                answer = desk.ask(ITEM);
            }
            assertEquals(TITLE, assertInstanceOf(Answer.Known.class, answer).details().title());
        }
    }

    @Test
    @DisplayName("believes a server that counts in its own way, when it says so twice")
    void ownCounting() throws Exception {
        try (AskingDesk desk = AskingDesk.open(true)) {
            desk.server.misbehave("sip2-item wrong-sequence");
            assertEquals(TITLE, desk.known(ITEM).title());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "drop-before", "drop-after" })
    @DisplayName("does without the server's status where asking for it ends the connection")
    void noStatus(String fault) throws Exception {
        try (AskingDesk desk = AskingDesk.open(true)) {
            desk.server.misbehave("sip2-status " + fault);
            assertEquals(TITLE, desk.known(ITEM).title());
        }
    }

    @Test
    @DisplayName("does not sign in again and again where it is refused")
    void refusedOnce() throws Exception {
        try (AskingDesk desk = AskingDesk.with(AskingDesk.settings(StandardCharsets.UTF_8, true,
                Duration.ofSeconds(30)), Optional.of("another word"))) {
            for (int i = 0; i < 10; i++) {
                assertEquals(Reason.SIGN_IN_REFUSED, desk.none(ITEM));
            }
            assertEquals(1, desk.server.received().size());
            desk.later();
            assertEquals(Reason.SIGN_IN_REFUSED, desk.none(ITEM));
            assertEquals(2, desk.server.received().size());
        }
    }

    @Test
    @DisplayName("does not sign in at all where there is no password")
    void noPassword() throws Exception {
        try (AskingDesk desk = AskingDesk.with(AskingDesk.settings(StandardCharsets.UTF_8, true,
                Duration.ofSeconds(30)), Optional.empty())) {
            assertEquals(Reason.SIGN_IN_REFUSED, desk.none(ITEM));
            assertEquals(List.of(), desk.server.received());
        }
    }

    @ParameterizedTest
    @CsvSource({ "UTF-8, A Short History of Émigré Cafés", "ISO-8859-1, A Short History of Émigré Cafés",
            "IBM850, A Short History of Émigré Cafés", "US-ASCII, A Short History of ?migr? Caf?s" })
    @DisplayName("is understood in each character set")
    void characterSets(String charset, String title) throws Exception {
        try (AskingDesk desk = AskingDesk.with(AskingDesk.settings(Charset.forName(charset), true,
                Duration.ofSeconds(30)), Optional.of(AskingDesk.PASSWORD))) {
            assertEquals(title, desk.known(ITEM).title());
        }
    }

    @Test
    @DisplayName("goes on over a new connection when the server was away for a while")
    void reconnects() throws Exception {
        try (AskingDesk desk = AskingDesk.open(true)) {
            desk.known(ITEM);
            desk.server.takeDown();
            assertEquals(Reason.UNREACHABLE, desk.none(ITEM));
            desk.server.bringUp();
            assertEquals(Reason.UNREACHABLE, desk.none(ITEM), "left alone for a moment");
            desk.later();
            assertEquals(TITLE, desk.known(ITEM).title());
        }
    }

    @Test
    @DisplayName("goes through any mixture of faults with an answer for each item, and about no other one")
    void mixture() throws Exception {
        String[] faults = { "split", "no-cr", "ask-again", "wrong-checksum", "wrong-sequence", "latin-1", "decomposed",
                "odd", "malformed", "cut", "wrong-item", "drop-after", "html" };
        try (AskingDesk desk = AskingDesk.open(true)) {
            StringBuilder script = new StringBuilder();
            for (String fault : faults) {
                script.append("sip2-item ").append(fault).append(" chance 4%\n");
            }
            desk.server.misbehave(script.toString());
            int known = 0;
            for (int i = 1; i <= 120; i++) {
                ItemBarcode item = PracticeBarcodes.item(i);
                Answer answer = desk.ask(item);
                assertEquals(item, answer.item());
                if (answer instanceof Answer.Known of) {
                    known++;
                    assertEquals(title(item), of.details().title());
                }
                desk.later();
            }
            assertTrue(known > 100, "answers: " + known);
        }
    }

    private static String title(ItemBarcode item) {
        return PracticeLibrary.shipped().items().stream().filter(i -> i.barcode().equals(item)).findFirst()
                .orElseThrow().title();
    }
}
