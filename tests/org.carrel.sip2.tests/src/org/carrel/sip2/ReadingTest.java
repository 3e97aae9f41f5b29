/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import static org.carrel.sip2.Examples.understood;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.carrel.sip2.Decoded.Checksum;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is read")
class ReadingTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @ParameterizedTest
    @CsvSource({ "941AY0AZFDFD, 0, RIGHT", "941AY0AZFDFE, 0, WRONG", "941AY0AZfdfd, 0, RIGHT", "941AY4, 4, ABSENT",
            "941AY0AZ, 0, ABSENT", "941, , ABSENT", "97AZFEF5, , RIGHT", "96, , ABSENT", "96AZFEF6, , RIGHT",
            "9900002.00|AY0AZFC2D, 0, RIGHT", "9300CNLoginUserID|COLoginPassword|CPLocationCode|AY5AZEC7B, 5, RIGHT",
            "9300CNLoginUserID|COLoginPassword|CPLocationCode|AY5AZEC78, 5, WRONG", "941AYxAZFDFD, , WRONG" })
    @DisplayName("is known to be right or wrong by its checksum")
    void checksums(String message, Integer sequence, Checksum checksum) {
        Decoded.Understood decoded = understood(message);
        assertEquals(checksum, decoded.checksum());
        assertEquals(sequence == null ? OptionalInt.empty() : OptionalInt.of(sequence), decoded.sequence());
    }

    @Test
    @DisplayName("has its fields in any order, empty, repeated, private, and after a bar too many")
    void anyFields() {
        Sip2Message message = understood("1803020120260309    140000|AFone|AJ|AJA Title|XYprivate|AF|AFtwo||q|AB3100|")
                .message();
        assertEquals("03", message.fixed(FixedField.CIRCULATION_STATUS));
        assertEquals(Optional.of("A Title"), message.first(FieldId.TITLE));
        assertEquals(List.of("one", "two"), message.all(FieldId.SCREEN_MESSAGE));
        assertEquals(Optional.of("private"), message.first("XY"));
        assertEquals(Optional.of("3100"), message.first(FieldId.ITEM));
        assertEquals(Optional.empty(), message.first(FieldId.OWNER));
    }

    @ParameterizedTest
    @CsvSource({ "'20260309    140000', 2026-03-09T13:00:00Z", "'20260309   Z140000', 2026-03-09T14:00:00Z",
            "'20260309000Z140000', 2026-03-09T14:00:00Z", "'20260309140000', 2026-03-09T13:00:00Z" })
    @DisplayName("has dates with and without a zone, and without the place for one")
    void dates(String date, Instant moment) {
        for (String next : List.of("AB3100|AJTitle|", "AB3100|AJTitle|AY1AZ")) {
            Sip2Message message = understood("18030201" + date + next).message();
            assertEquals(Optional.of(moment), SipDates.read(message.fixed(FixedField.TRANSACTION_DATE), ZONE));
            assertEquals(Optional.of("3100"), message.first(FieldId.ITEM));
        }
        Sip2Message counts = understood("64              000" + date + "000100020003000400050006AOx|AA1|AEname|")
                .message();
        assertEquals("0003", counts.fixed(FixedField.CHARGED_ITEMS_COUNT));
        assertEquals(Optional.of("1"), counts.first(FieldId.PATRON));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "20261345    140000", "tomorrow", "20260309", "20260230    140000" })
    @DisplayName("is no date when it is none")
    void noDates(String date) {
        assertEquals(Optional.empty(), SipDates.read(date, ZONE));
    }

    @Test
    @DisplayName("is written as a date in the place where the branch is")
    void writesDates() {
        assertEquals("20260309    150000", SipDates.write(Instant.parse("2026-03-09T14:00:00Z"), ZONE));
    }

    @Test
    @DisplayName("may have blanks where flags belong")
    void blankFlags() {
        Sip2Message status = understood("98Y     030003                  2.00AOMAIN|BX|").message();
        assertEquals("Y", status.fixed(FixedField.ONLINE));
        assertEquals("", status.fixed(FixedField.CHECKIN_OK));
        assertEquals("030", status.fixed(FixedField.TIMEOUT_PERIOD));
    }

    @Test
    @DisplayName("has letters in one piece, bars where they were hidden, and blanks for control characters")
    void letters() {
        assertEquals(Optional.of("Élan"), title("E\u0301lan"));
        assertEquals(Optional.of("a|b"), title("a&#124;b"));
        assertEquals(Optional.of("a b"), title("a\u0007b"));
        assertEquals(Optional.of("Caf? olé"), title("Caf? olé"));
    }

    @Test
    @DisplayName("is read in the character set that was set, and as Western letters when it cannot be UTF-8")
    void characterSets() throws UnwritableException {
        for (Charset charset : Examples.CHARSETS) {
            Sip2Codec codec = new Sip2Codec(charset);
            byte[] written = codec.encode(Examples.item("Überfluß à la carte"), 1);
            assertEquals(Optional.of("Überfluß à la carte"),
                    understood(codec, written).message().first(FieldId.TITLE), charset.name());
        }
        byte[] western = new Sip2Codec(StandardCharsets.ISO_8859_1).encode(Examples.item("Überfluß"));
        assertEquals(Optional.of("Überfluß"), understood(Examples.UTF8, western).message().first(FieldId.TITLE));
    }

    @Test
    @DisplayName("may lack the bar of its last field")
    void lastBar() {
        assertEquals(Optional.of("Title"), understood("1803020120260309    140000AB1|AJTitle").message()
                .first(FieldId.TITLE));
        Decoded.Understood checked = understood("1803020120260309    140000AB1|AJTitleAY3AZ0000");
        assertEquals(Optional.of("Title"), checked.message().first(FieldId.TITLE));
        assertEquals(OptionalInt.of(3), checked.sequence());
        assertEquals(Checksum.WRONG, checked.checksum());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\r", "1", "77", "xx", "<html>", "18", "1803", "1803020120260309    1400",
            "98YYYYYY03" })
    @DisplayName("and is no message is not taken for one, and what is said of it holds nothing of it")
    void noMessages(String text) {
        Decoded decoded = Examples.UTF8.decode(text.getBytes(StandardCharsets.UTF_8));
        assertTrue(assertInstanceOf(Decoded.NotUnderstood.class, decoded).why().matches("no message of SIP2"
                + "|\\d\\d ends within [A-Z_]+"), decoded.toString());
    }

    @Test
    @DisplayName("is given up when it is too long")
    void tooLong() {
        assertInstanceOf(Decoded.NotUnderstood.class,
                Examples.UTF8.decode(("1803020120260309    140000AJ" + "x".repeat(Frames.MAX_BYTES)).getBytes(
                        StandardCharsets.US_ASCII)));
    }

    private static Optional<String> title(String written) {
        return understood("1803020120260309    140000AB1|AJ" + written + "|").message().first(FieldId.TITLE);
    }
}
