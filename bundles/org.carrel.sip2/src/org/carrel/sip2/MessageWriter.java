/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** Writes one message, and forgets it when it is closed: it may hold a password. For one thread. */
final class MessageWriter implements AutoCloseable {

    /** Of a field's value, in characters. Source: 3M Standard Interchange Protocol, version 2.00: 0 to 255. */
    static final int LONGEST_VALUE = 255;

    private static final String BAR = "&#124;";

    private final Charset charset;
    private final byte[] bytes = new byte[Frames.MAX_BYTES];
    private final Set<String> written = new HashSet<>();
    private int length;

    MessageWriter(Charset charset) {
        this.charset = charset;
    }

    /** The code and the fields of fixed width; what is not known of those is said so. */
    void fixed(Sip2Message message) throws UnwritableException {
        put(message.type().code());
        for (FixedField field : message.type().fixed()) {
            String value = message.fixed().getOrDefault(field, field.nothing());
            if (!field.accepts(value)) {
                throw new UnwritableException(message.type().code() + " " + field + " is not as the protocol wants it");
            }
            put(value);
        }
    }

    void field(String id, CharSequence value) throws UnwritableException {
        if (!FieldId.isSound(id)) {
            throw new UnwritableException("a field is named by two letters");
        }
        if (value.length() > LONGEST_VALUE) {
            throw new UnwritableException(id + " is longer than " + LONGEST_VALUE + " characters");
        }
        put(id);
        for (int from = 0; from <= value.length();) {
            int bar = from;
            while (bar < value.length() && value.charAt(bar) != '|') {
                if (Character.isISOControl(value.charAt(bar))) {
                    throw new UnwritableException(id + " has a control character");
                }
                bar++;
            }
            put(id, value.subSequence(from, bar));
            if (bar < value.length()) {
                put(BAR);
            }
            from = bar + 1;
        }
        put("|");
        written.add(id);
    }

    void requireAll(MessageType type) throws UnwritableException {
        for (String id : type.required()) {
            if (!written.contains(id)) {
                throw new UnwritableException(type.code() + " needs the field " + id);
            }
        }
    }

    byte[] end(MessageType type, OptionalInt sequence) throws UnwritableException {
        if (sequence.isPresent()) {
            put(type.hasSequence() ? "AY" + sequence.getAsInt() + "AZ" : "AZ");
            put(ErrorDetection.sum(bytes, length));
        }
        put("\r");
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, 0, length, (byte) 0);
    }

    private void put(String id, CharSequence text) throws UnwritableException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, length, bytes.length - length);
        var encoder = charset.newEncoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            CharBuffer letters = CharBuffer.wrap(text);
            var result = encoder.encode(letters, rest, true);
            if (result.isOverflow()) {
                throw tooLong();
            }
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            throw new UnwritableException(id + " has a letter that " + charset.name() + " lacks");
        }
        length = rest.position();
    }

    private void put(String ascii) throws UnwritableException {
        byte[] more = ascii.getBytes(StandardCharsets.US_ASCII);
        if (length + more.length > bytes.length) {
            throw tooLong();
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private static UnwritableException tooLong() {
        return new UnwritableException("the message is longer than " + Frames.MAX_BYTES + " bytes");
    }
}
