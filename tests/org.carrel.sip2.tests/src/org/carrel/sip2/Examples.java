/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Messages for tests, and a shorter way to say what is wanted. */
final class Examples {

    static final String DATE = "20260309    140000";
    static final Sip2Codec UTF8 = new Sip2Codec(StandardCharsets.UTF_8);
    static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1,
            Charset.forName("IBM850"));

    private Examples() {}

    static Sip2Message askForItem() {
        return Sip2Message.of(MessageType.ITEM_INFORMATION).with(FixedField.TRANSACTION_DATE, DATE)
                .with(FieldId.INSTITUTION, "MAIN").with(FieldId.ITEM, "31000000000011");
    }

    static Sip2Message item(String title) {
        return Sip2Message.of(MessageType.ITEM_INFORMATION_RESPONSE).with(FixedField.CIRCULATION_STATUS, "03")
                .with(FixedField.SECURITY_MARKER, "02").with(FixedField.FEE_TYPE, "01")
                .with(FixedField.TRANSACTION_DATE, DATE).with(FieldId.ITEM, "31000000000011")
                .with(FieldId.TITLE, title);
    }

    static Decoded.Understood understood(String message) {
        return understood(UTF8, message.getBytes(StandardCharsets.UTF_8));
    }

    static Decoded.Understood understood(Sip2Codec codec, byte[] message) {
        return assertInstanceOf(Decoded.Understood.class, codec.decode(message));
    }

    static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }

    /** Says on the console how to do it again. */
    static Random seeded(String test) {
        long seed = Long.getLong("carrel.seed", System.nanoTime());
        System.out.println(test + ": -Dcarrel.seed=" + seed);
        return new Random(seed);
    }
}
