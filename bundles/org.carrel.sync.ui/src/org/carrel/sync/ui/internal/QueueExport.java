/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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
import org.carrel.sync.exchange.ExchangeFiles;

/**
 * Writes the queue into a file that only its owner can read, where the file system can say so: it names patrons. Either
 * the whole file is there in the end or the one before it. Safe for use by several threads.
 */
final class QueueExport {

    private static final QueueQuery ALL = QueueQuery.all().sortedBy(QueueQuery.Order.SEQUENCE, false);

    private final Writing writing;

    /** Writes all rows; gives their number. */
    private interface Writing {
        int to(OutputStream bytes) throws IOException;
    }

    /** @param sealed whether only this branch can read it; otherwise it is CSV in clear */
    QueueExport(QueueFiles files, boolean sealed) {
        this.writing = sealed ? bytes -> files.writeSealed(ALL, bytes) : bytes -> {
            Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            int written = files.write(ALL, QueueFiles.Format.CSV, text);
            text.flush();
            return written;
        };
    }

    /** @param formatId of a format that another bundle brings */
    QueueExport(ExchangeFiles files, String formatId) {
        this.writing = bytes -> files.write(ALL, formatId, bytes);
    }

    /**
     * @return how many transactions were written
     * @throws IOException when the file cannot be written; nothing is left behind then
     */
    int write(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path partial = Files.createTempFile(folder, ".carrel-", ".part", ownerOnly());
        try {
            int written = written(partial);
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private int written(Path file) throws IOException {
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
            return writing.to(to);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
                : new FileAttribute<?>[0];
    }
}
