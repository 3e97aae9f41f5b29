/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import static org.carrel.sip2.Examples.UTF8;
import static org.carrel.sip2.Examples.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is written")
class WritingTest {

    @Test
    @DisplayName("has the layouts and checksums of the protocol")
    void layouts() throws UnwritableException {
        Sip2Message accepted = Sip2Message.of(MessageType.LOGIN_RESPONSE).with(FixedField.OK, "1");
        assertEquals("941AY0AZFDFD\r", text(UTF8.encode(accepted, 0)));
        assertEquals("97AZFEF5\r", text(UTF8.encode(Sip2Message.of(MessageType.REQUEST_ACS_RESEND), 7)),
                "a request to send again has no number");
        assertEquals("96AZFEF6\r", text(UTF8.encode(Sip2Message.of(MessageType.REQUEST_SC_RESEND), 0)));
        assertEquals("9300CNLoginUserID|COLoginPassword|CPLocationCode|AY5AZEC7B\r",
                text(UTF8.login("LoginUserID", "LoginPassword".toCharArray(), "LocationCode", OptionalInt.of(5))));
        assertEquals("9300CNuser|COword|\r",
                text(UTF8.login("user", "word".toCharArray(), "", OptionalInt.empty())));
        assertEquals("1720260309    140000AOMAIN|AB31000000000011|\r", text(UTF8.encode(Examples.askForItem())));
    }

    @Test
    @DisplayName("is added up in bytes and not in letters")
    void checksumOfBytes() throws UnwritableException {
        for (Charset charset : Examples.CHARSETS) {
            byte[] message = new Sip2Codec(charset).encode(Examples.item("Élan — nein, Fön".replace("—", "-")), 3);
            int sum = 0;
            int end = message.length - 5;
            for (int i = 0; i < end; i++) {
                sum += message[i] & 0xFF;
            }
            sum += Integer.parseInt(new String(message, end, 4, StandardCharsets.US_ASCII), 16);
            assertEquals(0, sum & 0xFFFF, charset.name());
        }
    }

    @Test
    @DisplayName("says of what it does not know that it does not know it")
    void unknownFixedFields() throws UnwritableException {
        assertEquals("98UUUUUU000000                  2.00AOMAIN|BXYYYYYYYYYYYYYYYY|\r",
                text(UTF8.encode(Sip2Message.of(MessageType.ACS_STATUS).with(FixedField.PROTOCOL_VERSION, "2.00")
                        .with(FieldId.INSTITUTION, "MAIN").with(FieldId.SUPPORTED_MESSAGES, "Y".repeat(16)))));
    }

    @Test
    @DisplayName("hides a bar in a value, at its ends too, and it comes back")
    void bars() throws UnwritableException {
        byte[] bytes = UTF8.encode(Examples.item("|a|b||"), 1);
        assertEquals(4, text(bytes).split("&#124;", -1).length - 1);
        assertEquals("|a|b||", Examples.understood(UTF8, bytes).message().first(FieldId.TITLE).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\rb", "a\nb", "a\u0000b", "tab\there", "\u007f", "\u0085" })
    @DisplayName("has no control character, which could end the message and begin another")
    void controlCharacters(String title) {
        UnwritableException e = assertThrows(UnwritableException.class, () -> UTF8.encode(Examples.item(title)));
        assertEquals("AJ has a control character", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({ "UTF-8, \uD800", "ISO-8859-1, Łódź", "IBM850, Łódź" })
    @DisplayName("never has a letter replaced in silence")
    void missingLetters(String charset, String title) {
        Sip2Codec codec = new Sip2Codec(Charset.forName(charset));
        UnwritableException e = assertThrows(UnwritableException.class, () -> codec.encode(Examples.item(title)));
        assertEquals("AJ has a letter that " + charset + " lacks", e.getMessage());
        assertFalse(codec.writable(title).isEmpty());
        assertThrows(AssertionError.class, () -> assertThrows(UnwritableException.class,
                () -> codec.encode(Examples.item(codec.writable(title)))), "what is called writable can be written");
    }

    @Test
    @DisplayName("lacks no field that is needed, and has no longer one than the protocol allows")
    void fields() {
        assertThrows(UnwritableException.class, () -> UTF8.encode(Sip2Message.of(MessageType.ITEM_INFORMATION)
                .with(FixedField.TRANSACTION_DATE, Examples.DATE).with(FieldId.INSTITUTION, "")));
        assertThrows(UnwritableException.class, () -> UTF8.encode(Examples.item("x".repeat(256))));
        assertThrows(UnwritableException.class, () -> UTF8.encode(Examples.item("x").with("A|", "x")));
        assertThrows(IllegalArgumentException.class, () -> UTF8.encode(Examples.item("x"), 10));
        assertThrows(IllegalArgumentException.class,
                () -> Sip2Message.of(MessageType.LOGIN).with(FixedField.ALERT, "Y"));
    }

    @ParameterizedTest
    @CsvSource({ "CIRCULATION_STATUS,3", "CIRCULATION_STATUS,0x", "TRANSACTION_DATE,20260309140000",
            "TRANSACTION_DATE,20261309    140000", "TRANSACTION_DATE,'20260309    1400|0'" })
    @DisplayName("has in each place of fixed width what belongs there")
    void fixedFields(FixedField field, String value) {
        assertThrows(UnwritableException.class, () -> UTF8.encode(Examples.item("x").with(field, value)));
    }

    @Test
    @DisplayName("is not shown by a message's text: it may be a password or a patron")
    void texts() throws UnwritableException {
        Sip2Message login = Sip2Message.of(MessageType.LOGIN).with(FieldId.LOGIN_PASSWORD, "open-sesame");
        assertFalse(login.toString().contains("sesame"));
        assertFalse(login.fields().toString().contains("sesame"));
        assertArrayEquals("9300COopen-sesame|CNme|\r".replace("CO", "CN").replace("CNme", "COme").getBytes(
                StandardCharsets.US_ASCII), UTF8.login("open-sesame", "me".toCharArray(), "", OptionalInt.empty()));
    }
}
