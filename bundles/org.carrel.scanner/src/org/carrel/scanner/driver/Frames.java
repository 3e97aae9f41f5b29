/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.driver;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Cuts a stream of bytes into reads, wherever the stream was split on its way. A read ends with any of the terminators;
 * several in a row end one read only. For one thread.
 *
 * <p>
 * Bounded: a read beyond {@value #LONGEST} bytes is passed on with its first so many, which no label has, and what
 * follows up to the next terminator is dropped, for its end must not pass for a barcode.
 */
public final class Frames {

    /** Longer than anything that a scanner sends for one barcode. */
    public static final int LONGEST = 4_096;

    private final byte[] terminators;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream(64);

    /** @param terminators the bytes each of which ends a read; without any, only {@link #end} does */
    public Frames(byte... terminators) {
        this.terminators = terminators.clone();
    }

    /** Takes what arrived and gives back the reads that are complete now, in order and without their ends. */
    public List<byte[]> feed(byte[] bytes, int length) {
        Objects.checkFromIndexSize(0, length, bytes.length);
        List<byte[]> complete = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (!ends(bytes[i])) {
                if (begun.size() < LONGEST) {
                    begun.write(bytes[i]);
                }
            } else if (begun.size() > 0) {
                complete.add(end());
            }
        }
        return complete;
    }

    /** Whether a read has begun and not ended. */
    public boolean isInside() {
        return begun.size() > 0;
    }

    /** Ends the read that has begun, because nothing more comes: what there is of it, perhaps nothing. */
    public byte[] end() {
        byte[] read = begun.toByteArray();
        begun.reset();
        return read;
    }

    private boolean ends(byte b) {
        for (byte terminator : terminators) {
            if (b == terminator) {
                return true;
            }
        }
        return false;
    }
}
