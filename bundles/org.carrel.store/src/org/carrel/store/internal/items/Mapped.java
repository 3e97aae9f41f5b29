/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file in memory, also one of more than two gigabytes: it is mapped in segments, and whoever writes such a file keeps
 * what is read at once within one segment. Safe for use by several threads.
 *
 * <p>
 * The mapping ends when nobody holds this any more. Until then Windows does not let the file be deleted.
 */
final class Mapped {

    /** A gigabyte each: two are more than the JDK maps at once. */
    static final int SEGMENT_BITS = 30;

    private final MappedByteBuffer[] segments;
    private final long length;
    private final int shift;
    private final int mask;

    private Mapped(MappedByteBuffer[] segments, long length, int segmentBits) {
        this.segments = segments;
        this.length = length;
        this.shift = segmentBits;
        this.mask = (1 << segmentBits) - 1;
    }

    /**
     * Maps a file as it is now; it must not be changed any more. An interrupt waits.
     *
     * @param segmentBits how long segments are, as a power of two: {@link #SEGMENT_BITS}, but for tests
     */
    static Mapped of(Path file, int segmentBits) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                interrupted |= Thread.interrupted();
                try {
                    return map(file, segmentBits);
                } catch (ClosedByInterruptException e) {
                    // The interrupt is told afterwards: what a thread is interrupted for is never this.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Mapped map(Path file, int segmentBits) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            long segment = 1L << segmentBits;
            MappedByteBuffer[] segments = new MappedByteBuffer[Math.toIntExact((length + segment - 1) / segment)];
            for (int i = 0; i < segments.length; i++) {
                long from = i * segment;
                segments[i] = channel.map(MapMode.READ_ONLY, from, Math.min(segment, length - from));
            }
            return new Mapped(segments, length, segmentBits);
        }
    }

    long length() {
        return length;
    }

    byte getByte(long at) {
        return segments[(int) (at >>> shift)].get((int) at & mask);
    }

    int getShort(long at) {
        return segments[(int) (at >>> shift)].getShort((int) at & mask) & 0xFFFF;
    }

    int getInt(long at) {
        return segments[(int) (at >>> shift)].getInt((int) at & mask);
    }

    long getLong(long at) {
        return segments[(int) (at >>> shift)].getLong((int) at & mask);
    }

    /** A copy of bytes that are within one segment. */
    byte[] getBytes(long at, int count) {
        byte[] bytes = new byte[count];
        segments[(int) (at >>> shift)].get((int) at & mask, bytes);
        return bytes;
    }

    /** Orders bytes within one segment before or behind {@code key}, as unsigned bytes. */
    int compare(long at, int count, byte[] key) {
        ByteBuffer segment = segments[(int) (at >>> shift)];
        int from = (int) at & mask;
        int common = Math.min(count, key.length);
        for (int i = 0; i < common; i++) {
            int difference = (segment.get(from + i) & 0xFF) - (key[i] & 0xFF);
            if (difference != 0) {
                return difference;
            }
        }
        return count - key.length;
    }

    /** Orders two pieces, each within one segment, as unsigned bytes. */
    int compare(long one, int countOfOne, long other, int countOfOther) {
        ByteBuffer oneSegment = segments[(int) (one >>> shift)];
        ByteBuffer otherSegment = segments[(int) (other >>> shift)];
        int common = Math.min(countOfOne, countOfOther);
        for (int i = 0; i < common; i++) {
            int difference = (oneSegment.get(((int) one & mask) + i) & 0xFF)
                    - (otherSegment.get(((int) other & mask) + i) & 0xFF);
            if (difference != 0) {
                return difference;
            }
        }
        return countOfOne - countOfOther;
    }

    /** The checksum of all bytes from {@code from} on. */
    long checksum(int from) {
        CRC32C sum = new CRC32C();
        for (int i = 0; i < segments.length; i++) {
            ByteBuffer view = segments[i].duplicate();
            view.position(i == 0 ? from : 0);
            sum.update(view);
        }
        return sum.getValue();
    }
}
