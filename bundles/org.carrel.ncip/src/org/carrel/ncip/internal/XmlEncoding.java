/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of an XML document into text: by its byte order mark, its declaration, or as UTF-8 (XML 1.0, appendix
 * F). Bytes that are wrong in that encoding become U+FFFD: an odd letter in the name of a shelf is no reason to lose an
 * answer.
 */
final class XmlEncoding {

    private static final char MARK = '\uFEFF';
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING = Pattern
            .compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,39})[\"']");

    private XmlEncoding() {}

    /** The text, without a byte order mark. */
    static String text(byte[] document) {
        String text = charset(document).decode(ByteBuffer.wrap(document)).toString();
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static Charset charset(byte[] document) {
        int first = document.length < 2 ? 0 : (document[0] & 0xFF) << 8 | document[1] & 0xFF;
        return switch (first) {
            case 0xFEFF, '<' -> StandardCharsets.UTF_16BE;
            case 0xFFFE, '<' << 8 -> StandardCharsets.UTF_16LE;
            case 0xEFBB -> StandardCharsets.UTF_8;
            default -> declared(new String(document, 0, Math.min(DECLARATION, document.length),
                    StandardCharsets.ISO_8859_1));
        };
    }

    private static Charset declared(String start) {
        Matcher matcher = ENCODING.matcher(start);
        try {
            Charset charset = matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
            // The declaration itself was read as ASCII, so it cannot mean an encoding that is none of its supersets.
            return isAsciiSuperset(charset) ? charset : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean isAsciiSuperset(Charset charset) {
        return charset.decode(ByteBuffer.wrap("<?xml".getBytes(StandardCharsets.US_ASCII))).toString().equals("<?xml");
    }
}
