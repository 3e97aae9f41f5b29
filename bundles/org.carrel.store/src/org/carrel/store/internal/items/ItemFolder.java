/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.store.internal.derby.Folders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a branch's snapshots. Each has a name of its own, because Windows lets nobody replace a file that is
 * mapped; which is the current one, a small file says that is replaced as a whole. What is neither current nor wanted
 * by anybody goes with the next import.
 */
final class ItemFolder {

    static final String SNAPSHOT = ".items";
    static final String BAD_ROWS = ".bad-rows";

    private static final Logger LOG = LoggerFactory.getLogger(ItemFolder.class);
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final int LONGEST_POINTER = 100;
    private static final String POINTER = "current";

    private final Path folder;

    ItemFolder(Path folder) {
        this.folder = folder;
    }

    Path snapshot(String id) {
        return folder.resolve(id + SNAPSHOT);
    }

    Path badRows(String id) {
        return folder.resolve(id + BAD_ROWS);
    }

    /** Which snapshot is the current one; empty when there is none. */
    Optional<String> current() throws IOException {
        byte[] bytes;
        try (var from = Files.newInputStream(folder.resolve(POINTER))) {
            bytes = from.readNBytes(LONGEST_POINTER);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        String id = new String(bytes, StandardCharsets.UTF_8).strip();
        if (!ID.matcher(id).matches()) {
            throw new Header.DamagedException("pointer");
        }
        return Optional.of(id);
    }

    /**
     * Makes the snapshot the current one; its files are on the disk already.
     *
     * @return whether it is for good; otherwise a power cut could bring the former one back, so it must stay
     * @throws IOException when the former one still is the current one
     */
    boolean makeCurrent(String id) throws IOException {
        Folders.force(folder);
        Path fresh = folder.resolve(POINTER + ".new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, folder.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try {
            Folders.force(folder);
            return true;
        } catch (IOException e) {
            LOG.warn("The folder of items cannot be forced to the disk; the former snapshot stays for now", e);
            return false;
        }
    }

    /** The right to import; empty when somebody else has it, here or in another process. */
    Optional<Lock> lock() throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new Lock(channel));
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** The right to import, until closed. The operating system ends it with the process. */
    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /**
     * Deletes what an earlier import left: former snapshots, and what was cut short. What cannot be deleted yet,
     * because it is mapped, stays until the next time. Only for who has the right to import.
     */
    void tidy() throws IOException {
        String current = current().orElse("");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder,
                file -> isOurs(file.getFileName().toString()))) {
            for (Path file : files) {
                if (!file.getFileName().toString().startsWith(current) || current.isEmpty()) {
                    delete(file);
                }
            }
        }
    }

    private static boolean isOurs(String name) {
        return name.endsWith(SNAPSHOT) || name.endsWith(BAD_ROWS);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.info("{} stays until it is no longer in use: {}", file.getFileName(), e.toString());
        }
    }

    /** Deletes the files of an import that was given up. */
    void discard(String id) {
        delete(snapshot(id));
        delete(badRows(id));
    }
}
