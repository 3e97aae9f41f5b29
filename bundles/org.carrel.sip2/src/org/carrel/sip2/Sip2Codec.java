/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Writes and reads SIP2 messages in one character set; the protocol does not say which one is in use. Immutable and
 * safe for use by several threads.
 */
public final class Sip2Codec {

    private final Charset charset;

    /** @param charset one in which the bytes of ASCII mean ASCII, as UTF-8, ISO-8859-1 and CP850 */
    public Sip2Codec(Charset charset) {
        this.charset = Objects.requireNonNull(charset, "charset");
    }

    /**
     * The bytes of {@code message} without error detection, ending with CR.
     *
     * @throws UnwritableException when it is not as the protocol wants it, or a letter is not in the character set
     */
    public byte[] encode(Sip2Message message) throws UnwritableException {
        return encode(message, OptionalInt.empty());
    }

    /**
     * The bytes of {@code message} with error detection, ending with CR. A request to send again carries no sequence
     * number, whatever is given.
     *
     * @param sequence 0 to 9
     * @throws UnwritableException when it is not as the protocol wants it, or a letter is not in the character set
     */
    public byte[] encode(Sip2Message message, int sequence) throws UnwritableException {
        if (sequence < 0 || sequence > 9) {
            throw new IllegalArgumentException("a sequence number is one digit, not " + sequence);
        }
        return encode(message, OptionalInt.of(sequence));
    }

    private byte[] encode(Sip2Message message, OptionalInt sequence) throws UnwritableException {
        try (MessageWriter writer = new MessageWriter(charset)) {
            writer.fixed(message);
            for (Sip2Message.Field field : message.fields()) {
                writer.field(field.id(), field.value());
            }
            writer.requireAll(message.type());
            return writer.end(message.type(), sequence);
        }
    }

    /**
     * The bytes of a login, ending with CR. What was needed in between is overwritten; so should the result be, once it
     * is not needed any more.
     *
     * @param password stays the caller's
     * @param location where the workstation stands; empty when the server does not ask for it
     * @param sequence 0 to 9; empty for no error detection
     */
    public byte[] login(String user, char[] password, String location, OptionalInt sequence)
            throws UnwritableException {
        Sip2Message head = Sip2Message.of(MessageType.LOGIN).with(FixedField.UID_ALGORITHM, "0")
                .with(FixedField.PASSWORD_ALGORITHM, "0");
        try (MessageWriter writer = new MessageWriter(charset)) {
            writer.fixed(head);
            writer.field(FieldId.LOGIN_USER, user);
            writer.field(FieldId.LOGIN_PASSWORD, CharBuffer.wrap(password));
            if (!location.isEmpty()) {
                writer.field(FieldId.LOCATION_CODE, location);
            }
            return writer.end(MessageType.LOGIN, sequence);
        }
    }

    /**
     * Reads one message, with or without the CR behind it. Whatever it is made of, this gives an answer and throws
     * nothing.
     */
    public Decoded decode(byte[] message) {
        return new MessageReader(charset).read(message);
    }

    /** The text with question marks for what the character set lacks, and blanks for control characters. */
    public String writable(String text) {
        StringBuilder writable = new StringBuilder(text.length());
        var encoder = charset.newEncoder();
        text.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            if (Character.isISOControl(c)) {
                writable.append(' ');
            } else {
                writable.append(encoder.canEncode(letter) ? letter : "?");
            }
        });
        return writable.length() <= MessageWriter.LONGEST_VALUE ? writable.toString()
                : writable.substring(0, MessageWriter.LONGEST_VALUE);
    }
}
