/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.carrel.model.Texts;

/** Writes a text to a file that somebody chose, and says how it went. Waits for the disk. */
public final class PlainFile {

    private static final Texts TEXTS = Texts.of(PlainFile.class);

    private PlainFile() {}

    /** Writes {@code text} in UTF-8 in the place of what was there; the sentence is for the desk, a failure's too. */
    public static String write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return TEXTS.get("file.written", file);
        } catch (IOException e) {
            return TEXTS.get("file.failed", file, e.getMessage());
        }
    }
}
