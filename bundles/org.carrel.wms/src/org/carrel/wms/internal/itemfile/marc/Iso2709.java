/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile.marc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream of ISO 2709 records where they end (0x1D), whatever they say of their lengths: a record longer than the
 * standard allows says a wrong one, and so do systems that count letters instead of bytes. When a record cannot be read
 * and another one begins within it, because its end is missing, reading goes on with that one. One thread.
 */
public final class Iso2709 implements MarcPieces {

    /** Ten times what the standard allows. */
    static final int LONGEST = 1 << 20;

    private static final byte END = 0x1D;
    private static final int LEADER = 24;
    /** A chunk that seems to begin again and again is no file of records. */
    private static final int MOST_BEGINNINGS = 100;

    private final InputStream from;
    private final RecordBytes parser;
    private final byte[] block = new byte[64 * 1024];
    private int blockAt;
    private int blockEnd;
    /** What was read since the last end of a record: from {@link #start} to {@link #end}. */
    private byte[] chunk = new byte[8 * 1024];
    private int start;
    private int end;
    private boolean tooLong;
    private int beginnings;
    private boolean first = true;

    /** @param encoding of all records, as Java names it or {@code MARC-8}; empty when each says it */
    public Iso2709(InputStream from, Optional<String> encoding) {
        this.from = from;
        this.parser = new RecordBytes(new Letters(encoding));
    }

    @Override
    public Optional<MarcPiece> next() throws IOException {
        if (start == end && !fill()) {
            return Optional.empty();
        }
        if (tooLong) {
            MarcPiece piece = new MarcPiece.TooLong(text(start, end));
            start = end;
            return Optional.of(piece);
        }
        Optional<MarcRecord> record = parser.parse(chunk, start, end);
        if (record.isPresent()) {
            start = end;
            return Optional.of(new MarcPiece.Whole(record.get()));
        }
        int next = ++beginnings > MOST_BEGINNINGS ? end : nextBeginning();
        MarcPiece piece = new MarcPiece.Damaged(text(start, next));
        start = next;
        return Optional.of(piece);
    }

    /** Reads to the end of a record or of the file. @return false when nothing is left */
    private boolean fill() throws IOException {
        start = 0;
        end = 0;
        tooLong = false;
        beginnings = 0;
        while (true) {
            if (blockAt == blockEnd && !read()) {
                return end > 0;
            }
            int stop = blockAt;
            while (stop < blockEnd && block[stop] != END) {
                stop++;
            }
            boolean ended = stop < blockEnd;
            take(stop);
            blockAt = ended ? stop + 1 : stop;
            if (ended && end > 0) {
                return true;
            }
        }
    }

    private boolean read() throws IOException {
        blockAt = 0;
        blockEnd = Math.max(0, from.read(block));
        if (first && blockEnd >= 3 && block[0] == (byte) 0xEF && block[1] == (byte) 0xBB && block[2] == (byte) 0xBF) {
            blockAt = 3;
        }
        first &= blockEnd == 0;
        return blockEnd > 0;
    }

    /** Adds the block up to {@code stop}, without what some programs write between records. */
    private void take(int stop) {
        int at = blockAt;
        while (end == 0 && at < stop && isBetween(block[at])) {
            at++;
        }
        int length = Math.min(stop - at, LONGEST - end);
        tooLong |= length < stop - at;
        if (length > 0) {
            if (end + length > chunk.length) {
                chunk = Arrays.copyOf(chunk, Math.min(LONGEST, Math.max(2 * chunk.length, end + length)));
            }
            System.arraycopy(block, at, chunk, end, length);
            end += length;
        }
    }

    private static boolean isBetween(byte b) {
        return b == '\r' || b == '\n' || b == ' ' || b == 0x1A || b == 0;
    }

    /** Where another leader seems to begin; the end when there is none. */
    private int nextBeginning() {
        for (int at = start + 1; at + LEADER < end; at++) {
            if (chunk[at + 20] == '4' && chunk[at + 21] == '5' && digits(at, 5) && digits(at + 12, 5)
                    && chunk[at + 10] == '2' && chunk[at + 11] == '2') {
                return at;
            }
        }
        return end;
    }

    private boolean digits(int at, int count) {
        for (int i = at; i < at + count; i++) {
            if (chunk[i] < '0' || chunk[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private String text(int from, int to) {
        String text = new String(chunk, from, Math.min(to - from, KEPT), StandardCharsets.UTF_8);
        return text.chars().map(c -> c < ' ' ? ' ' : c).limit(KEPT)
                .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append).toString();
    }
}
