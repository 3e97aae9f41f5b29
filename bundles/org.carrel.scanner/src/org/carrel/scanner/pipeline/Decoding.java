/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.carrel.model.Texts;

/** Bytes to characters; bytes that mean nothing in the device's character set are not guessed at. Immutable. */
final class Decoding {

    private final Charset charset;
    private final String name;

    Decoding(PipelineSettings.Charset charset, Texts texts) {
        this.charset = charset.charset();
        this.name = texts.get("charset." + charset.name());
    }

    Charset charset() {
        return charset;
    }

    /** Empty when the bytes mean nothing. */
    Optional<String> decode(byte[] read, Notes notes) {
        Optional<String> text = isAscii(read) ? Optional.of(new String(read, StandardCharsets.ISO_8859_1))
                : strictly(read);
        if (text.isPresent()) {
            notes.note("step.characters", text.get(), text.get(), "characters.read", read.length, name);
        } else {
            // Latin-1 has a character for every byte.
            String shown = new String(read, StandardCharsets.ISO_8859_1);
            notes.note("step.characters", shown, shown, "characters.wrong");
        }
        return text;
    }

    private static boolean isAscii(byte[] read) {
        for (byte b : read) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> strictly(byte[] read) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(read)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
