/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Finds out how a text is encoded. */
final class Encodings {

    private static final String WINDOWS = "windows-1252";

    private Encodings() {}

    /**
     * The encoding of a text that begins with {@code head}: what its byte order mark says; UTF-8 when all of the
     * beginning is; UTF-16 when every other byte is zero; otherwise what Windows writes in western languages.
     */
    static String of(byte[] head) {
        if (head.length >= 2 && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)) {
            return "UTF-16";
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < Math.min(head.length, 2_000); i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = Math.min(head.length, 2_000) / 2;
        if (pairs > 4 && odd > pairs / 2 && even < pairs / 10) {
            return "UTF-16LE";
        }
        if (pairs > 4 && even > pairs / 2 && odd < pairs / 10) {
            return "UTF-16BE";
        }
        return isUtf8(head) ? "UTF-8" : WINDOWS;
    }

    /** Whether it is UTF-8 up to its end, where a letter may be cut off. */
    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false).isError();
    }
}
