/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.stream.Stream;

import org.carrel.store.internal.derby.Folders;

/**
 * Removes what lay on the disk in clear: overwrites every file with noise, forces that out, and deletes it.
 *
 * <p>
 * What this is worth depends on the disk. On a magnetic disk with an ordinary file system the old bytes are gone. A
 * solid-state disk writes the noise elsewhere and keeps the old cells until it erases them by itself, and file systems
 * that copy on write, snapshots and backups of the machine keep what they have; only a disk that is encrypted as a
 * whole helps there.
 */
public final class Shredder {

    private static final int BLOCK = 64 * 1024;

    /** What says whether a database is encrypted: it goes last, so that a shredding cut short is known for one. */
    private static final String DESCRIPTION = "service.properties";

    private Shredder() {}

    /**
     * Shreds a file, or a folder with all that is in it; links are deleted and not followed. Does nothing when it is
     * not there. Cut short, it can be called again.
     */
    public static void shred(Path path) throws IOException {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        byte[] noise = new byte[BLOCK];
        new SecureRandom().nextBytes(noise);
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path next : walk.sorted(Comparator.comparing(Shredder::isDescription)
                    .thenComparing(Comparator.reverseOrder())).toList()) {
                if (Files.isRegularFile(next, LinkOption.NOFOLLOW_LINKS)) {
                    overwrite(next, noise);
                }
                if (!Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(next);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Folders.erase(path);
        Folders.force(path.toAbsolutePath().getParent());
    }

    private static boolean isDescription(Path path) {
        return path.endsWith(DESCRIPTION);
    }

    private static void overwrite(Path file, byte[] noise) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long length = channel.size();
            for (long at = 0; at < length;) {
                at += channel.write(ByteBuffer.wrap(noise, 0, (int) Math.min(noise.length, length - at)), at);
            }
            channel.force(true);
        }
    }
}
