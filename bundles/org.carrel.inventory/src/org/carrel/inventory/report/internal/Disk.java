/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What is done with the disk; tests have one that is full. */
class Disk {

    private static final long HARDLY_ANY_SPACE = 4L << 20;

    /** Makes {@code draft}, which must not be there, and writes it as {@code content} says, for good. */
    void write(Path draft, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.write(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** Gives {@code draft} the name of {@code file}, in one step. */
    void move(Path draft, Path file) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether the disk with {@code folder} has hardly any space left. */
    boolean isFull(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace() < HARDLY_ANY_SPACE;
    }

    /** Writes what is in a file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }
}
