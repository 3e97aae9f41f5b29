/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.model.port.DataKey;
import org.carrel.model.port.DataKey.BrokenSealException;
import org.carrel.model.port.DataKey.Purpose;
import org.carrel.model.port.ItemSource.BadRow;
import org.carrel.model.port.ItemSource.Reason;

/**
 * The bad rows of one import, in blocks. A row is kept as it is in the file, and so may name people in its notes:
 * with a data key each block is sealed, together with its number, so that none can be taken away or moved. One
 * thread.
 */
final class BadRowsFile implements Closeable {

    private static final int BLOCK = 64 * 1024;
    /** What one block can take at most: a full one, one more row, its number and the seal. */
    private static final int LONGEST_BLOCK = 4 * BLOCK;

    private final FileChannel channel;
    private final DataOutputStream to;
    private final Optional<DataKey> key;
    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final DataOutputStream rows = new DataOutputStream(block);
    private int blocks;

    BadRowsFile(Path file, Optional<DataKey> key) throws IOException {
        this.key = key;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream bytes = Channels.newOutputStream(channel);
        this.to = new DataOutputStream(new BufferedOutputStream(bytes, BLOCK));
        begin();
    }

    private void begin() throws IOException {
        block.reset();
        rows.writeInt(blocks);
    }

    void add(BadRow row) throws IOException {
        counts.merge(row.reason(), 1L, Long::sum);
        rows.writeBoolean(true);
        rows.writeLong(row.line());
        rows.writeUTF(row.reason().name());
        rows.writeBoolean(row.imported());
        byte[] text = row.row().getBytes(StandardCharsets.UTF_8);
        rows.writeInt(text.length);
        rows.write(text);
        if (block.size() >= BLOCK) {
            endBlock();
        }
    }

    private void endBlock() throws IOException {
        rows.writeBoolean(false);
        byte[] clear = block.toByteArray();
        byte[] bytes = key.isPresent() ? key.get().seal(Purpose.EXPORT, clear) : clear;
        to.writeInt(bytes.length);
        to.write(bytes);
        blocks++;
        begin();
    }

    Map<Reason, Long> counts() {
        return counts;
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Puts all that is left to the disk. */
    void finish() throws IOException {
        endBlock();
        to.flush();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Not what was written here, or not under this key. */
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Reads what {@link #finish} left.
     *
     * @param expected how many rows there are
     * @throws UnreadableException when it is not all there
     */
    static void read(Path file, Optional<DataKey> key, long expected, Consumer<BadRow> reader) throws IOException {
        long total = 0;
        try (DataInputStream from = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BLOCK))) {
            for (int number = 0; total < expected; number++) {
                int length = from.readInt();
                if (length < 0 || length > LONGEST_BLOCK) {
                    throw new EOFException("block " + number);
                }
                byte[] bytes = from.readNBytes(length);
                total += rows(key.isPresent() ? key.get().open(Purpose.EXPORT, bytes) : bytes, number, reader);
            }
        } catch (EOFException | BrokenSealException | IllegalArgumentException e) {
            throw new UnreadableException(e);
        }
    }

    private static long rows(byte[] block, int number, Consumer<BadRow> reader) throws IOException {
        DataInputStream from = new DataInputStream(new ByteArrayInputStream(block));
        if (from.readInt() != number) {
            throw new EOFException("block " + number);
        }
        long count = 0;
        while (from.readBoolean()) {
            long line = from.readLong();
            Reason reason = Reason.valueOf(from.readUTF());
            boolean imported = from.readBoolean();
            String text = new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
            reader.accept(new BadRow(line, reason, imported, text));
            count++;
        }
        return count;
    }
}
