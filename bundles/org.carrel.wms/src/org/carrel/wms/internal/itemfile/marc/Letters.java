/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile.marc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes the bytes of records. The leader of a record says UTF-8 or MARC-8; many systems write UTF-8 and say nothing,
 * and text in MARC-8 is hardly ever sound UTF-8, so what is sound is taken for it. One thread.
 */
final class Letters {

    static final String MARC_8 = "MARC-8";

    private static final int UNICODE_MARK = 9;

    private final Optional<String> encoding;
    private final Marc8 marc8 = new Marc8();
    private Optional<Charset> charset = Optional.of(StandardCharsets.UTF_8);

    /** @param encoding of all records; empty when each says it */
    Letters(Optional<String> encoding) {
        this.encoding = encoding;
    }

    /** The record in {@code bytes} from {@code start} to {@code end} is decoded next. */
    void begin(byte[] bytes, int start, int end) {
        if (encoding.isPresent()) {
            charset = encoding.filter(name -> !name.equalsIgnoreCase(MARC_8)).map(Charset::forName);
        } else {
            boolean unicode = start + UNICODE_MARK < end && bytes[start + UNICODE_MARK] == 'a';
            charset = unicode || isPlainOrUtf8(bytes, start, end) ? Optional.of(StandardCharsets.UTF_8)
                    : Optional.empty();
        }
    }

    private static boolean isPlainOrUtf8(byte[] bytes, int start, int end) {
        boolean plain = true;
        for (int at = start; at < end; at++) {
            if (bytes[at] == 0x1B) {
                return false;
            }
            plain &= bytes[at] >= 0;
        }
        if (plain) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    String text(byte[] bytes, int start, int end) {
        return charset.isPresent() ? new String(bytes, start, end - start, charset.get())
                : marc8.decode(bytes, start, end);
    }
}
