/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;

/**
 * One line of what {@code inventory scan} reads: a barcode, or something else that is said by a word before a colon.
 */
final class ReadLine {

    private static final Map<String, Kind> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("shelf:", Kind.SHELF);
        WORDS.put("condition:", Kind.CONDITION);
        WORDS.put("no-condition:", Kind.NO_CONDITION);
        WORDS.put("about:", Kind.ABOUT);
        WORDS.put("found:", Kind.FOUND);
        WORDS.put("not-found:", Kind.NOT_FOUND);
        WORDS.put("unmarked:", Kind.UNMARKED);
        WORDS.put("back:", Kind.TAKEN_BACK);
        WORDS.put("reach:", Kind.REACH);
    }

    private ReadLine() {}

    /** Whether there is nothing on it. */
    static boolean isBlank(BoundedLines.Line line) {
        return !line.tooLong() && line.text().isBlank();
    }

    /** What it says; empty when that is nothing that can be read on a shelf. */
    static Optional<Mark> parse(BoundedLines.Line line, Instant at) {
        String text = line.text().strip();
        String lower = text.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Kind> word : WORDS.entrySet()) {
            if (lower.startsWith(word.getKey())) {
                return mark(word.getValue(), text.substring(word.getKey().length()).strip(), at);
            }
        }
        return line.tooLong() ? Optional.empty() : mark(Kind.ITEM, text, at);
    }

    /** {@code mark} as it would be written. */
    static String words(Mark mark) {
        return WORDS.entrySet().stream().filter(word -> word.getValue() == mark.kind()).findFirst()
                .map(word -> word.getKey() + " " + mark.text()).orElse(mark.text()).strip();
    }

    private static Optional<Mark> mark(Kind kind, String text, Instant at) {
        return kind.takes(text) ? Optional.of(new Mark(kind, text, at)) : Optional.empty();
    }
}
