/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.carrel.model.Texts;

/**
 * Bytes and control characters as text that can be typed, pasted and read: {@code \r}, {@code \n}, {@code \t},
 * {@code \\}, {@code \x1D} for one byte and {@code \}{@code u00E9} for one character. Everything else stands for
 * itself.
 */
public final class Escapes {

    private static final int HEX = 16;

    private Escapes() {}

    /**
     * The text meant by {@code escaped}; {@code \x..} is the character of that number.
     *
     * @throws IllegalArgumentException when an escape is not understood; the message is a sentence
     */
    public static String text(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        int at = 0;
        while (at < escaped.length()) {
            if (escaped.charAt(at) == '\\') {
                int length = lengthOfEscape(escaped, at);
                text.append(character(escaped, at, length));
                at += length;
            } else {
                text.append(escaped.charAt(at));
                at++;
            }
        }
        return text.toString();
    }

    /**
     * The bytes meant by {@code escaped}: {@code \x..} is that byte, and the rest is encoded in UTF-8.
     *
     * @throws IllegalArgumentException when an escape is not understood; the message is a sentence
     */
    public static byte[] bytes(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        int plain = 0;
        int at = escaped.indexOf('\\');
        while (at >= 0) {
            bytes.writeBytes(escaped.substring(plain, at).getBytes(StandardCharsets.UTF_8));
            int length = lengthOfEscape(escaped, at);
            char meant = character(escaped, at, length);
            if (escaped.charAt(at + 1) == 'u') {
                bytes.writeBytes(String.valueOf(meant).getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.write(meant);
            }
            plain = at + length;
            at = escaped.indexOf('\\', plain);
        }
        bytes.writeBytes(escaped.substring(plain).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** Makes control and format characters visible; {@link #text} of it gives {@code text} back. */
    public static String visible(String text) {
        if (text.chars().noneMatch(c -> c == '\\' || isHidden((char) c))) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + HEX);
        text.chars().forEach(c -> append(visible, (char) c));
        return visible.toString();
    }

    /** Makes bytes visible: printable ASCII as it is, the rest as {@code \x..}. */
    public static String visible(byte[] bytes) {
        StringBuilder visible = new StringBuilder(bytes.length + HEX);
        for (byte b : bytes) {
            int unsigned = Byte.toUnsignedInt(b);
            if (unsigned < 0x7F) {
                append(visible, (char) unsigned);
            } else {
                visible.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return visible.toString();
    }

    private static void append(StringBuilder visible, char c) {
        switch (c) {
            case '\\' -> visible.append("\\\\");
            case '\r' -> visible.append("\\r");
            case '\n' -> visible.append("\\n");
            case '\t' -> visible.append("\\t");
            default -> {
                if (!isHidden(c)) {
                    visible.append(c);
                } else if (c < 0x80) {
                    visible.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
                } else {
                    visible.append("\\u").append(HexFormat.of().withUpperCase().toHexDigits(c));
                }
            }
        }
    }

    private static boolean isHidden(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    private static int lengthOfEscape(String escaped, int at) {
        int length = switch (at + 1 < escaped.length() ? escaped.charAt(at + 1) : ' ') {
            case 'r', 'n', 't', '\\' -> 2;
            case 'x' -> 4;
            case 'u' -> 6;
            default -> 0;
        };
        if (length == 0 || at + length > escaped.length() || !hasHexDigits(escaped, at + 2, at + length)) {
            throw new IllegalArgumentException(
                    Texts.of(Escapes.class).get("escape", at + 1, escaped.substring(at, at + 1)));
        }
        return length;
    }

    private static boolean hasHexDigits(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> Character.digit(c, HEX) >= 0 && c < 0x80);
    }

    private static char character(String escaped, int at, int length) {
        return switch (escaped.charAt(at + 1)) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '\\' -> '\\';
            default -> (char) Integer.parseInt(escaped.substring(at + 2, at + length), HEX);
        };
    }
}
