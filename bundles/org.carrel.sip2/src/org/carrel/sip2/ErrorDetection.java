/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.sip2.Decoded.Checksum;

/**
 * The end of a message: {@code AY}, the sequence number, {@code AZ}, the checksum. Source: 3M Standard Interchange
 * Protocol, version 2.00, "Error detection".
 *
 * @param start    where it begins, in bytes; the length of the message when there is none
 * @param sequence 0 to 9, when there is one
 */
record ErrorDetection(int start, OptionalInt sequence, Checksum checksum) {

    /** Some servers leave the checksum away and keep its name, some write it in small letters. */
    private static final Pattern END = Pattern.compile("(?:AY(.))?(?:AZ([0-9A-Fa-f]{4})?)?[ ]*");
    private static final int LONGEST = 32;

    /** @param from the fixed part's end: nothing before it is looked at */
    static ErrorDetection of(byte[] message, int from) {
        int begin = Math.min(message.length, Math.max(from, message.length - LONGEST));
        String tail = new String(message, begin, message.length - begin, StandardCharsets.ISO_8859_1);
        int found = start(tail);
        Matcher end = END.matcher(tail.substring(found));
        if (found == tail.length() || !end.matches()) {
            return new ErrorDetection(message.length, OptionalInt.empty(), Checksum.ABSENT);
        }
        String sequence = end.group(1);
        return new ErrorDetection(begin + found,
                sequence != null && Character.digit(sequence.charAt(0), 10) >= 0 && sequence.charAt(0) <= '9'
                        ? OptionalInt.of(sequence.charAt(0) - '0')
                        : OptionalInt.empty(),
                checksum(message, begin + found, end));
    }

    /** Behind the last field; where that one lacks its end, before the last {@code AY.AZ}. */
    private static int start(String tail) {
        int field = tail.lastIndexOf('|') + 1;
        if (END.matcher(tail.substring(field)).matches()) {
            return field;
        }
        int sequence = tail.lastIndexOf("AY");
        if (sequence >= field && tail.startsWith("AZ", sequence + 3)) {
            return sequence;
        }
        int checksum = tail.lastIndexOf("AZ");
        return checksum >= field && tail.strip().length() == checksum + 6 ? checksum : tail.length();
    }

    private static Checksum checksum(byte[] message, int start, Matcher end) {
        if (end.group(2) == null) {
            return Checksum.ABSENT;
        }
        String right = sum(message, start + end.start(2));
        return right.equalsIgnoreCase(end.group(2)) ? Checksum.RIGHT : Checksum.WRONG;
    }

    /** The checksum of the first {@code length} bytes: their sum's two's complement, in four capital hex digits. */
    static String sum(byte[] message, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += message[i] & 0xFF;
        }
        return String.format("%04X", -sum & 0xFFFF);
    }
}
