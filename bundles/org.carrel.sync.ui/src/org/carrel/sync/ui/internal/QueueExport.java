/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import org.carrel.model.port.QueueQuery;
import org.carrel.sync.QueueFiles;

/**
 * Writes the queue into a file that only its owner can read, where the file system can say so: it names patrons. Either
 * the whole file is there in the end or the one before it. Safe for use by several threads.
 */
final class QueueExport {

    private final QueueFiles files;

    QueueExport(QueueFiles files) {
        this.files = files;
    }

    /**
     * @return how many transactions were written
     * @throws IOException when the file cannot be written; nothing is left behind then
     */
    int write(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path partial = Files.createTempFile(folder, ".carrel-", ".part", ownerOnly());
        try {
            int written;
            try (Writer to = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
                written = files.write(QueueQuery.all().sortedBy(QueueQuery.Order.SEQUENCE, false),
                        QueueFiles.Format.CSV, to);
            }
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
                : new FileAttribute<?>[0];
    }
}
