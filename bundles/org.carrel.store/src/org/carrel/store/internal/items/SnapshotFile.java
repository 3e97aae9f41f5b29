/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Writes a snapshot from its beginning to its end, and its header last. One thread. */
final class SnapshotFile implements Closeable {

    private static final int BUFFER = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final CRC32C sum = new CRC32C();
    private final long segment;
    private long flushed = Header.SIZE;

    /** @param segmentBits see {@link Mapped} */
    SnapshotFile(Path file, int segmentBits) throws IOException {
        this.segment = 1L << segmentBits;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Where the next byte goes. */
    long position() {
        return flushed + buffer.position();
    }

    /** Makes room for {@code count} bytes, all in one segment of {@link Mapped}; the caller puts them. */
    ByteBuffer room(int count) throws IOException {
        long left = segment - (position() & segment - 1);
        if (count > left) {
            zeros((int) left);
        }
        if (count > buffer.remaining()) {
            flush();
        }
        return buffer;
    }

    private void zeros(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.put((byte) 0);
        }
    }

    /** Goes on where a long may begin. */
    void align() throws IOException {
        zeros((int) (-position() & Long.BYTES - 1));
    }

    void putInt(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    void put(byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length;) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int count = Math.min(buffer.remaining(), bytes.length - at);
            buffer.put(bytes, at, count);
            at += count;
        }
    }

    /** Hands all that was put to the operating system. */
    void flush() throws IOException {
        buffer.flip();
        sum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            flushed += channel.write(buffer, flushed);
        }
        buffer.clear();
    }

    /** The checksum of all that was flushed. */
    long checksum() {
        return sum.getValue();
    }

    /** Puts the header in its place and forces all to disk. */
    void finish(Header header) throws IOException {
        ByteBuffer bytes = header.encoded();
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
