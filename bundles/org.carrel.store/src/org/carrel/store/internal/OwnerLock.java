/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.store.internal.journal.LockedRegion;

/**
 * Says whose a branch's data is: a small file, locked for as long as its owner runs and naming it, so that a second
 * Carrel can tell the desk where the first one is. The operating system ends the lock with the process; what is written
 * in the file then is history.
 */
final class OwnerLock implements AutoCloseable {

    /** Who has the data open. */
    record Owner(String process, String host, Instant since) {}

    /** What became of an attempt. */
    sealed interface Attempt {

        /** The data is ours until the lock is closed. */
        record Ours(OwnerLock lock) implements Attempt {}

        /** It is another's; empty when the file does not say whose. */
        record Theirs(Optional<Owner> owner) implements Attempt {}

        /** The file cannot be written. */
        record Unwritable(IOException cause) implements Attempt {}
    }

    private static final int LONGEST = 4096;

    private final FileChannel channel;
    private final FileLock lock;

    private OwnerLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static Attempt take(Path file, Clock clock) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE);
            try {
                FileLock lock = channel.tryLock(LockedRegion.START, 1, false);
                if (lock != null) {
                    write(channel, clock);
                    return new Attempt.Ours(new OwnerLock(channel, lock));
                }
            } catch (OverlappingFileLockException e) {
                channel.close();
                return new Attempt.Theirs(read(file));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            channel.close();
            return new Attempt.Theirs(read(file));
        } catch (IOException e) {
            return new Attempt.Unwritable(e);
        }
    }

    private static void write(FileChannel channel, Clock clock) throws IOException {
        String text = "process=" + ProcessHandle.current().pid() + "\nhost=" + host() + "\nsince=" + clock.instant()
                + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static Optional<Owner> read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            Map<String, String> fields = Files.readString(file).lines().filter(line -> line.contains("="))
                    .collect(Collectors.toMap(line -> line.substring(0, line.indexOf('=')),
                            line -> line.substring(line.indexOf('=') + 1), (first, second) -> second));
            if (!fields.keySet().containsAll(Set.of("process", "host", "since"))) {
                return Optional.empty();
            }
            return Optional.of(
                    new Owner(fields.get("process"), fields.get("host"), Instant.parse(fields.get("since"))));
        } catch (IOException | DateTimeException e) {
            // That somebody has it open is certain; who it is would only have been helpful.
            return Optional.empty();
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?";
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        }
    }
}
