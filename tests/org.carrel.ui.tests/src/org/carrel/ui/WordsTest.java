/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What a row says")
class WordsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant DUE = NOON.plus(Duration.ofDays(14));

    private final Moments moments = new Moments(ZoneId.of("Europe/Amsterdam"), Locale.US);
    private final StandingWords words = new StandingWords(moments);

    private static QueueEntry entry(Standing standing) {
        return new QueueEntry(1, new CheckOut(new TransactionId(new UUID(7, 1)), new PatronBarcode("21000000000013"),
                new ItemBarcode("31000000000037"), DUE, NOON, new Origin("desk-1", "")), standing);
    }

    @ParameterizedTest
    @EnumSource(TransactionState.class)
    void has_words_and_an_icon_for_every_state(TransactionState state) {
        assertFalse(words.state(state).isBlank());
        assertFalse(words.icon(state).name().isEmpty() || words.tone(state).icon().name().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Problem.Kind.class)
    void says_why_and_what_to_do_for_every_refusal(Problem.Kind kind) {
        QueueEntry failed = entry(Standing.awaitingSync(NOON).uploadFailed(NOON, new Problem(kind, "", "in full")));
        assertFalse(words.reason(failed).isBlank());
        assertTrue(words.advice(failed).endsWith("."), words.advice(failed));
        assertEquals("in full", words.fullText(failed));
    }

    @Test
    void names_the_due_date_that_the_server_chose_only_when_it_is_another_one() {
        Standing standing = Standing.awaitingSync(NOON).inFlight(NOON);
        assertEquals("", words.reason(entry(standing.uploaded(NOON, Optional.of(DUE), false))));
        assertEquals("The library system chose another due date: Dec 7, 2026, 1:00 PM",
                words.reason(entry(standing.uploaded(NOON, Optional.of(DUE.plus(Duration.ofDays(1))), false))));
    }

    @Test
    void tells_an_unknown_outcome_from_a_plain_failure() {
        Standing standing = Standing.awaitingSync(NOON).inFlight(NOON);
        assertFalse(words.reason(entry(standing.commsFailure(NOON, "refused", false)))
                .equals(words.reason(entry(standing.commsFailure(NOON, "timeout", true)))));
    }

    @Test
    void gives_moments_in_the_time_zone_of_the_branch() {
        assertEquals("1:00 PM", moments.time(NOON));
        assertTrue(moments.inFull(NOON).startsWith("Sunday"));
    }

    @ParameterizedTest
    @EnumSource(Icon.class)
    void has_a_sound_drawing_in_both_sizes_for_every_icon(Icon icon) throws IOException, XMLStreamException {
        String name = icon.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertEquals("16", width(name));
        assertEquals("32", width(name + "-large"));
    }

    private static String width(String name) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Icon.class.getResourceAsStream("/icons/" + name + ".svg")) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            reader.nextTag();
            String width = reader.getAttributeValue(null, "width");
            while (reader.hasNext()) {
                reader.next();
            }
            return width;
        }
    }
}
