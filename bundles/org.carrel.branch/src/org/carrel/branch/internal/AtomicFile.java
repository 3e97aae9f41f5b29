/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that are replaced in one step: whatever happens, the old or the new one is there, whole. */
final class AtomicFile {

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE);
    private static final Set<StandardOpenOption> FRESH = EnumSet.of(StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);

    private AtomicFile() {}

    /**
     * Replaces {@code file}. A new one can be read by its owner alone, where the file system knows owners; one that was
     * there keeps who may read it, because an administrator may have decided that.
     */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        create(fresh, bytes);
        if (hasOwners(file) && Files.exists(file)) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file);
    }

    /** Makes {@code file}, which must not be there; nobody but its owner can read it. */
    static void create(Path file, byte[] bytes) throws IOException {
        FileAttribute<?>[] attributes = hasOwners(file)
                ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(OWNER) }
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(file, FRESH, attributes)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static boolean hasOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** So that the name survives a power cut too. Windows cannot open folders and does not need it. */
    private static void forceFolder(Path file) throws IOException {
        if (hasOwners(file)) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            } catch (FileSystemException e) {
                // Some network file systems cannot either; the file itself was forced, and it has its name.
                if (!Files.exists(file)) {
                    throw e;
                }
            }
        }
    }
}
