/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

import org.carrel.sip2.Decoded;
import org.carrel.sip2.Decoded.Checksum;
import org.carrel.sip2.FieldId;
import org.carrel.sip2.MessageType;
import org.carrel.sip2.Sip2Codec;
import org.carrel.sip2.Sip2Message;
import org.carrel.sip2.UnwritableException;

/**
 * One answer as it is written, rightly and wrongly. With error detection when the request had it.
 *
 * @param codec   in the character set of the practice library
 * @param answer  can be written in it
 * @param request what is answered
 */
record Sip2Writing(Sip2Codec codec, Sip2Message answer, Decoded.Understood request) {

    private static final int CHECKSUM = 4;

    /** "Send that again." */
    static byte[] askAgain(Sip2Codec codec) {
        return encoded(codec, Sip2Message.of(MessageType.REQUEST_SC_RESEND), OptionalInt.of(0));
    }

    byte[] plain() {
        return encoded(codec, answer, sequence());
    }

    byte[] in(Charset charset) {
        Sip2Codec other = new Sip2Codec(charset);
        return encoded(other, mapped(other::writable), sequence());
    }

    byte[] decomposed() {
        return encoded(codec, mapped(value -> Normalizer.normalize(value, Normalizer.Form.NFD)), sequence());
    }

    byte[] aboutAnotherItem() {
        Sip2Message other = new Sip2Message(answer.type(), answer.fixed(), List.of());
        for (Sip2Message.Field field : answer.fields()) {
            other = other.with(field.id(), field.id().equals(FieldId.ITEM) ? "another-item" : field.value());
        }
        return encoded(codec, other, sequence());
    }

    byte[] wrongSequence() {
        return encoded(codec, answer,
                sequence().isPresent() ? OptionalInt.of((sequence().getAsInt() + 5) % 10) : OptionalInt.empty());
    }

    /** Without error detection, an answer that cannot be understood. */
    byte[] wrongChecksum() {
        byte[] whole = plain();
        if (sequence().isEmpty()) {
            return malformed();
        }
        int at = whole.length - 1 - CHECKSUM;
        whole[at] = (byte) (whole[at] == '0' ? '1' : '0');
        return whole;
    }

    /** Some bytes are not what they were. */
    byte[] malformed() {
        byte[] whole = plain();
        Arrays.fill(whole, 0, Math.min(whole.length - 1, 9), (byte) 0xC3);
        return whole;
    }

    /** Everything that servers in the field do to messages that are right nevertheless. */
    byte[] odd() {
        List<Sip2Message.Field> fields = new ArrayList<>(answer.fields());
        Collections.reverse(fields);
        Sip2Message odd = new Sip2Message(answer.type(), answer.fixed(), List.of()).with("XX", "private")
                .with(FieldId.TITLE, "");
        for (Sip2Message.Field field : fields) {
            odd = odd.with(field.id(), field.value());
        }
        odd = odd.with(FieldId.SCREEN_MESSAGE, "").with(FieldId.SCREEN_MESSAGE, "one")
                .with(FieldId.SCREEN_MESSAGE, "two");
        String text = new String(encoded(codec, odd, OptionalInt.empty()), StandardCharsets.ISO_8859_1)
                .replaceFirst("(\\d{8}) {4}(\\d{6})", "$1$2").strip();
        if (sequence().isPresent()) {
            text += "AY" + sequence().getAsInt() + "AZ";
            int sum = text.chars().sum();
            text += String.format("%04x", -sum & 0xFFFF);
        } else {
            text = text.substring(0, text.length() - 1);
        }
        return ("\n" + text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private OptionalInt sequence() {
        return request.checksum() == Checksum.ABSENT ? OptionalInt.empty()
                : OptionalInt.of(request.sequence().orElse(0));
    }

    private Sip2Message mapped(UnaryOperator<String> change) {
        return new Sip2Message(answer.type(), answer.fixed(), answer.fields().stream()
                .map(field -> new Sip2Message.Field(field.id(), change.apply(field.value()))).toList());
    }

    private static byte[] encoded(Sip2Codec codec, Sip2Message message, OptionalInt sequence) {
        try {
            return sequence.isPresent() ? codec.encode(message, sequence.getAsInt()) : codec.encode(message);
        } catch (UnwritableException e) {
            throw new IllegalStateException("the practice library writes what can be written", e);
        }
    }
}
