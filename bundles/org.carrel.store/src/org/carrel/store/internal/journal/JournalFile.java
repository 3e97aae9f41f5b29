/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.carrel.model.Transaction;

/**
 * A journal file while it is being written. It is locked, so that no other Carrel takes it for left behind. Not safe
 * for use by several threads.
 */
final class JournalFile implements AutoCloseable {

    private final RandomAccessFile file;
    private long length;

    private JournalFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Makes {@code path}, which must not exist. */
    static JournalFile create(Path path) throws IOException {
        Files.createFile(path);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            FileLock lock = file.getChannel().tryLock(LockedRegion.START, 1, false);
            if (lock == null) {
                throw new FileAlreadyExistsException(path.toString());
            }
            forceFolder(path.getParent());
            return new JournalFile(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Appends all of {@code transactions}; they are on disk when it returns, or none of them counts. */
    void append(List<Transaction> transactions) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < transactions.size(); i++) {
            lines.write(new JournalLine(i + 1, transactions.size(), transactions.get(i)).encode());
        }
        try {
            file.seek(length);
            file.write(lines.toByteArray());
            file.getFD().sync();
            length += lines.size();
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

    /** A new file's name is on disk only when its folder is; Windows has no such call and needs none. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
