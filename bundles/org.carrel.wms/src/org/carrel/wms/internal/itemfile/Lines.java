/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of bytes, each bounded: of a line that is too long only the beginning is kept, and the rest is read past
 * without holding it. A line ends with a line feed, or a carriage return and a line feed, or the end of the file. A
 * byte order mark at the very beginning is not part of the first line. One thread.
 */
final class Lines {

    /** Many times what a title, an author and notes together need. */
    static final int LONGEST = 64 * 1024;

    private static final int BUFFER = 4 * LONGEST;

    private final InputStream from;
    private final byte[] buffer = new byte[BUFFER];
    private final Tick tick;
    private int filled;
    private int next;
    private boolean ended;

    private long number;
    private int start;
    private int end;
    private boolean tooLong;
    private boolean control;
    private int returns;

    /** Hears of each block that was read, so that even a line without end can be given up. */
    @FunctionalInterface
    interface Tick {

        /** @return false to end reading */
        boolean goOn() throws IOException;
    }

    /** Somebody wanted reading to end. */
    static final class StoppedException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Lines(InputStream from, Tick tick) throws IOException {
        this.from = from;
        this.tick = tick;
        boolean more = true;
        while (more && filled < 3) {
            more = fill();
        }
        if (filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            next = 3;
        }
    }

    /**
     * Goes to the next line.
     *
     * @return false when there is none
     * @throws StoppedException when the tick wants no more
     */
    boolean next() throws IOException {
        start = next;
        if (start == filled && !fill()) {
            return false;
        }
        number++;
        tooLong = false;
        control = false;
        returns = 0;
        int at = start;
        while (true) {
            if (at == filled) {
                int length = at - start;
                if (length > LONGEST) {
                    skipRest();
                    return true;
                }
                boolean more = fill();
                at = start + length;
                if (!more) {
                    finish(at, at);
                    return true;
                }
            }
            byte b = buffer[at];
            if (b == '\n') {
                finish(at, at + 1);
                return true;
            }
            if (b >= 0 && b < ' ') {
                notice(b);
            }
            at++;
        }
    }

    private void notice(byte b) {
        if (b == '\r') {
            returns++;
        } else if (b != '\t') {
            control = true;
        }
    }

    private void finish(int at, int following) {
        boolean closed = at > start && buffer[at - 1] == '\r';
        end = closed ? at - 1 : at;
        next = following;
        control |= returns > (closed ? 1 : 0);
        if (end - start > LONGEST) {
            tooLong = true;
            end = start + LONGEST;
        }
    }

    /** The line does not end within the buffer: keeps its beginning at the front and reads past the rest. */
    private void skipRest() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, LONGEST);
        start = 0;
        end = LONGEST;
        tooLong = true;
        while (true) {
            requireGoingOn();
            int read = from.read(buffer, LONGEST, BUFFER - LONGEST);
            filled = LONGEST + Math.max(read, 0);
            next = filled;
            if (read < 0) {
                ended = true;
                return;
            }
            for (int at = LONGEST; at < filled; at++) {
                if (buffer[at] == '\n') {
                    next = at + 1;
                    return;
                }
            }
        }
    }

    /** Moves the current line to the front and reads on behind it. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        requireGoingOn();
        int kept = filled - start;
        System.arraycopy(buffer, start, buffer, 0, kept);
        start = 0;
        filled = kept;
        int read = from.read(buffer, filled, BUFFER - filled);
        if (read < 0) {
            ended = true;
            return false;
        }
        filled += read;
        return true;
    }

    private void requireGoingOn() throws IOException {
        if (!tick.goOn()) {
            throw new StoppedException();
        }
    }

    /** The number of the current line, from 1. */
    long number() {
        return number;
    }

    /** Where the bytes are; only until the next line is asked for, and not to be changed. */
    byte[] bytes() {
        return buffer;
    }

    /** The first byte of the current line. */
    int start() {
        return start;
    }

    /** The byte behind the last of the current line, or of what was kept of it. */
    int end() {
        return end;
    }

    /** Whether only the beginning of the current line was kept. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Whether the current line has control characters other than tabs. */
    boolean hasControls() {
        return control;
    }

    /** At most {@code longest} characters of the current line. */
    String text(int longest) {
        // Four bytes are never less than a character.
        int bytes = Math.min(end - start, 4 * longest);
        String text = new String(buffer, start, bytes, StandardCharsets.UTF_8);
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
