/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** Reads lines and counts them; of a line that is too long only the number is kept. */
final class BoundedLines {

    private static final int LONGEST = 10_000;

    private final BufferedReader from;
    private long number;

    /**
     * One line.
     *
     * @param number  from 1
     * @param text    empty when it is too long
     * @param tooLong whether it was longer than any sensible line
     */
    record Line(long number, String text, boolean tooLong) {}

    BoundedLines(BufferedReader from) {
        this.from = from;
    }

    /** The next line; empty at the end. */
    Optional<Line> next() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = from.read();
        if (c < 0) {
            return Optional.empty();
        }
        boolean tooLong = false;
        for (; c >= 0 && c != '\n'; c = from.read()) {
            if (text.length() < LONGEST) {
                text.append((char) c);
            } else {
                tooLong = true;
            }
        }
        number++;
        String content = number == 1 && !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1)
                : text.toString();
        return Optional.of(new Line(number, tooLong ? "" : content.stripTrailing(), tooLong));
    }
}
