/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.carrel.model.port.DataKey;
import org.carrel.store.internal.derby.Folders;

/**
 * A journal file while it is being written. It is locked, so that no other Carrel takes it for left behind. Not safe
 * for use by several threads.
 */
final class JournalFile implements AutoCloseable {

    private final RandomAccessFile file;
    private final Optional<DataKey> key;
    private long length;
    private long lines;

    private JournalFile(RandomAccessFile file, Optional<DataKey> key) {
        this.file = file;
        this.key = key;
    }

    /**
     * Makes {@code path}, which must not exist.
     *
     * @param key what seals each line; empty when they are written in clear
     */
    static JournalFile create(Path path, Optional<DataKey> key) throws IOException {
        Files.createFile(path);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            FileLock lock = file.getChannel().tryLock(LockedRegion.START, 1, false);
            if (lock == null) {
                throw new FileAlreadyExistsException(path.toString());
            }
            Folders.force(path.getParent());
            return new JournalFile(file, key);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Appends all of {@code entries}; they are on disk when it returns, or none of them counts. */
    void append(List<JournalEntry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < entries.size(); i++) {
            byte[] line = new JournalLine(i + 1, entries.size(), entries.get(i)).encode();
            bytes.write(key.isEmpty() ? line
                    : new SealedLine(lines + i + 1, Arrays.copyOf(line, line.length - 1)).seal(key.get()));
        }
        try {
            file.seek(length);
            file.write(bytes.toByteArray());
            file.getFD().sync();
            length += bytes.size();
            lines += entries.size();
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
    }

    /** What was not acknowledged must not be merged later: the desk was told that it is nowhere. */
    private void takeBack(IOException why) throws IOException {
        try {
            file.setLength(length);
            file.getFD().sync();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Also ends the lock. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
