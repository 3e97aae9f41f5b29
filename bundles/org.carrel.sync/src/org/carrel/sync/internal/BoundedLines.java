/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines of a text, one at a time, however long a hostile line is: of one that is too long nothing is kept. */
final class BoundedLines {

    /** One line. */
    record Line(long number, String text, boolean tooLong) {}

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader reader;
    private final int limit;
    private long number;
    private boolean skipLineFeed;

    /** @param limit the length in characters that is not too long yet */
    BoundedLines(Reader reader, int limit) {
        this.reader = new BufferedReader(reader);
        this.limit = limit;
    }

    /** The next line without its end; empty after the last. */
    Optional<Line> next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        int character = read();
        if (character < 0) {
            return Optional.empty();
        }
        number++;
        if (number == 1 && character == BYTE_ORDER_MARK) {
            character = read();
        }
        for (; character >= 0 && character != '\n' && character != '\r'; character = reader.read()) {
            if (text.length() < limit) {
                text.append((char) character);
            } else {
                tooLong = true;
            }
        }
        skipLineFeed = character == '\r';
        return Optional.of(new Line(number, tooLong ? "" : text.toString(), tooLong));
    }

    private int read() throws IOException {
        int character = reader.read();
        if (skipLineFeed) {
            skipLineFeed = false;
            return character == '\n' ? reader.read() : character;
        }
        return character;
    }
}
