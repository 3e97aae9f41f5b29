/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

import org.carrel.sip2.Decoded.Checksum;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever arrives")
class HostileTest {

    private static final int ROUNDS = 5_000;

    @Test
    @DisplayName("as random bytes has some answer, and never an exception")
    void randomBytes() {
        Random random = Examples.seeded("randomBytes");
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            if (random.nextBoolean() && bytes.length > 2) {
                byte[] code = random(MessageType.values(), random).code().getBytes();
                System.arraycopy(code, 0, bytes, 0, 2);
            }
            for (Charset charset : Examples.CHARSETS) {
                assertNotNull(new Sip2Codec(charset).decode(bytes));
            }
        }
    }

    @Test
    @DisplayName("of a message with one byte changed is found out by its checksum, or the change was no change")
    void oneByteChanged() throws UnwritableException {
        Random random = Examples.seeded("oneByteChanged");
        byte[] whole = Examples.UTF8.encode(Examples.item("Über die Ruhe"), 4);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(whole.length - 1);
            byte before = changed[at];
            changed[at] = (byte) random.nextInt(256);
            boolean kept = Character.toUpperCase((char) changed[at]) == before;
            if (changed[at] != before && !(kept && at >= whole.length - 5)) {
                int where = at;
                assertTrue(Examples.UTF8.decode(changed).checksum() != Checksum.RIGHT, () -> "byte " + where);
            }
        }
    }

    @Test
    @DisplayName("of what was written comes back as it was, in every type of message")
    void roundTrip() throws UnwritableException {
        Random random = Examples.seeded("roundTrip");
        for (int i = 0; i < ROUNDS; i++) {
            Charset charset = Examples.CHARSETS.get(random.nextInt(Examples.CHARSETS.size()));
            Sip2Codec codec = new Sip2Codec(charset);
            Sip2Message message = Sip2Message.of(random(MessageType.values(), random));
            for (FixedField field : message.type().fixed()) {
                message = message.with(field, value(field, random));
            }
            for (String id : message.type().required()) {
                message = message.with(id, text(codec, random));
            }
            for (int more = random.nextInt(4); more > 0; more--) {
                message = message.with("Z" + random.nextInt(10), text(codec, random));
            }
            int sequence = random.nextInt(10);
            Decoded.Understood back = assertInstanceOf(Decoded.Understood.class,
                    codec.decode(codec.encode(message, sequence)));
            assertEquals(message.type(), back.message().type());
            assertEquals(message.fixed(), back.message().fixed());
            assertEquals(values(message), values(back.message()));
            assertEquals(message.type().hasSequence() ? OptionalInt.of(sequence) : OptionalInt.empty(),
                    back.sequence());
            assertEquals(Checksum.RIGHT, back.checksum());
        }
    }

    private static List<String> values(Sip2Message message) {
        List<String> values = new ArrayList<>();
        message.fields().forEach(field -> values.add(field.id() + field.value()));
        return values;
    }

    private static String value(FixedField field, Random random) {
        return switch (field.kind()) {
            case DIGITS -> random.ints(field.width(), 0, 10).mapToObj(Integer::toString).reduce("", String::concat);
            case FLAG -> random(new String[] { "Y", "N", "U" }, random);
            case DATE -> random(new String[] { Examples.DATE, " ".repeat(18), "20261231   Z235959" }, random);
            case TEXT -> random.ints(field.width(), ' ', '|').mapToObj(Character::toString).reduce("", String::concat);
        };
    }

    /** Letters of the character set, bars among them, composed as everything that is read. */
    private static String text(Sip2Codec codec, Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(30); n > 0; n--) {
            text.appendCodePoint(random.nextInt(8) == 0 ? '|' : random.nextInt(' ', 0x2000));
        }
        return codec.writable(Normalizer.normalize(codec.writable(text.toString()), Normalizer.Form.NFC));
    }

    private static <T> T random(T[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }
}
