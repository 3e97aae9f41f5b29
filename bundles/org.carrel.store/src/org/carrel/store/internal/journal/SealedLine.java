/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import org.carrel.model.port.DataKey;

/**
 * A line of a journal as it lies on the disk of a sealed branch: {@code S}, a blank, and in Base64 what
 * {@link DataKey#seal} made of the line's number in its file and the line itself. The number shows when lines are taken
 * out or put in from elsewhere.
 *
 * @param number from 1
 * @param line   without its line feed
 */
record SealedLine(long number, byte[] line) {

    private static final byte[] MARK = { 'S', ' ' };

    /** Whether {@code line} is, or was once, a sealed one. */
    static boolean isSealed(byte[] line) {
        return line.length >= MARK.length && line[0] == MARK[0] && line[1] == MARK[1];
    }

    /** The line with its line feed. */
    byte[] seal(DataKey key) {
        byte[] clear = ByteBuffer.allocate(Long.BYTES + line.length).putLong(number).put(line).array();
        byte[] text = Base64.getEncoder().encode(key.seal(DataKey.Purpose.JOURNAL, clear));
        Arrays.fill(clear, (byte) 0);
        return ByteBuffer.allocate(MARK.length + text.length + 1).put(MARK).put(text).put((byte) '\n').array();
    }

    /** Opens a line that {@link #isSealed}. */
    static SealedLine open(byte[] sealed, DataKey key) throws JournalLine.Unreadable {
        try {
            byte[] text = Arrays.copyOfRange(sealed, MARK.length, sealed.length);
            ByteBuffer clear = ByteBuffer
                    .wrap(key.open(DataKey.Purpose.JOURNAL, Base64.getDecoder().decode(text)));
            if (clear.remaining() < Long.BYTES) {
                throw new JournalLine.Unreadable("it is too short");
            }
            long number = clear.getLong();
            byte[] line = new byte[clear.remaining()];
            clear.get(line);
            return new SealedLine(number, line);
        } catch (IllegalArgumentException e) {
            throw new JournalLine.Unreadable("it is not Base64");
        } catch (DataKey.BrokenSealException e) {
            throw new JournalLine.Unreadable("its seal is broken");
        }
    }

    /** For a log: without the line. */
    @Override
    public String toString() {
        return new String(MARK, StandardCharsets.US_ASCII) + number;
    }
}
