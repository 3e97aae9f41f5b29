/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file, and how it was encoded, as far as the bytes tell. */
record Decoded(String text, Charset charset) {

    private static final int SAMPLE = 4_096;

    static Decoded of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return from(bytes, 3, isUtf8(bytes, 3) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return from(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return from(bytes, 2, StandardCharsets.UTF_16BE);
        }
        // Barcodes are mostly ASCII, so that in UTF-16 every second byte is zero, and in nothing else any is.
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        if (odd > pairs / 2 && odd > even) {
            return from(bytes, 0, StandardCharsets.UTF_16LE);
        }
        if (even > pairs / 2 && even > odd) {
            return from(bytes, 0, StandardCharsets.UTF_16BE);
        }
        return from(bytes, 0, isUtf8(bytes, 0) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static Decoded from(byte[] bytes, int start, Charset charset) {
        return new Decoded(new String(bytes, start, bytes.length - start, charset), charset);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < Math.min(bytes.length, SAMPLE); i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isUtf8(byte[] bytes, int start) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, bytes.length - start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
