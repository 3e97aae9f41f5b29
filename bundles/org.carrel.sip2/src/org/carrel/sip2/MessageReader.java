/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one message as servers in the field send it: fields in any order, empty, repeated, unknown; dates without the
 * four blanks; blanks where flags belong; letters in pieces; a bar as {@code &#124;}; another character set than was
 * said. Immutable.
 */
final class MessageReader {

    private static final int CODE = 2;
    /** A date without the place for a zone. */
    private static final int SHORT_DATE = 14;
    private static final Pattern SHORT_DATE_STARTS = Pattern.compile("\\d{14}.*", Pattern.DOTALL);
    private static final Pattern BAR = Pattern.compile("&#124;");
    /** ISO-8859-1 with the quotation marks that so many say is it. */
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Charset charset;

    MessageReader(Charset charset) {
        this.charset = charset;
    }

    Decoded read(byte[] raw) {
        byte[] message = trimmed(raw);
        if (message.length > Frames.MAX_BYTES) {
            return new Decoded.NotUnderstood("longer than " + Frames.MAX_BYTES + " bytes", Decoded.Checksum.ABSENT);
        }
        String ascii = new String(message, StandardCharsets.ISO_8859_1);
        Optional<MessageType> type = ascii.length() < CODE ? Optional.empty()
                : MessageType.ofCode(ascii.substring(0, CODE));
        if (type.isEmpty()) {
            return new Decoded.NotUnderstood("no message of SIP2", ErrorDetection.of(message, 0).checksum());
        }
        Map<FixedField, String> fixed = new EnumMap<>(FixedField.class);
        int at = CODE;
        for (FixedField field : type.get().fixed()) {
            int width = field.kind() == FixedField.Kind.DATE
                    && SHORT_DATE_STARTS.matcher(ascii.substring(at)).matches() ? SHORT_DATE : field.width();
            if (at + width > ascii.length()) {
                return new Decoded.NotUnderstood(type.get().code() + " ends within " + field,
                        ErrorDetection.of(message, CODE).checksum());
            }
            fixed.put(field, ascii.substring(at, at + width));
            at += width;
        }
        ErrorDetection end = ErrorDetection.of(message, at);
        return new Decoded.Understood(new Sip2Message(type.get(), fixed, fields(message, at, end.start())),
                end.sequence(), end.checksum());
    }

    private List<Sip2Message.Field> fields(byte[] message, int from, int to) {
        List<Sip2Message.Field> fields = new ArrayList<>();
        for (String part : text(message, from, to).split("\\|")) {
            // Servers pad, and set bars where there is nothing: shorter parts say nothing.
            if (part.length() >= CODE && FieldId.isSound(part.substring(0, CODE))) {
                fields.add(new Sip2Message.Field(part.substring(0, CODE), value(part.substring(CODE))));
            }
        }
        return fields;
    }

    /** Letters in one piece each, as everybody compares them. */
    private static String value(String raw) {
        String text = CONTROL.matcher(BAR.matcher(raw).replaceAll("|")).replaceAll(" ");
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private String text(byte[] message, int from, int to) {
        ByteBuffer part = ByteBuffer.wrap(message, from, to - from);
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(part).toString();
        } catch (CharacterCodingException e) {
            // What is no UTF-8 was written by somebody who has never heard of it.
            return new String(message, from, to - from, WESTERN);
        }
    }

    /** Without line ends and NULs around it. Blanks stay: they are counted by the checksum. */
    private static byte[] trimmed(byte[] raw) {
        int from = 0;
        int to = raw.length;
        while (from < to && isNoise(raw[from])) {
            from++;
        }
        while (to > from && isNoise(raw[to - 1])) {
            to--;
        }
        return Arrays.copyOfRange(raw, from, to);
    }

    private static boolean isNoise(byte b) {
        return b == '\r' || b == '\n' || b == 0;
    }
}
