/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small file that is there while the program starts; found at the next start, it did not come up. */
final class StartMark {

    private static final Logger LOG = LoggerFactory.getLogger(StartMark.class);
    private static final String NAME = ".starting";
    private static final long LONGEST = 1_000;

    private final Path folder;

    StartMark(Path folder) {
        this.folder = folder;
    }

    private Path file() {
        return folder.resolve(NAME);
    }

    /** What was last said to be starting. */
    Optional<String> found() {
        try {
            return Files.isRegularFile(file()) && Files.size(file()) <= LONGEST
                    ? Optional.of(Files.readString(file()).strip())
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("Whether the program came up the last time cannot be read", e);
            return Optional.empty();
        }
    }

    void set(String what) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(), what);
        } catch (IOException e) {
            LOG.warn("What is being started cannot be noted", e);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            LOG.warn("The mark of starting does not go; the next start will ask", e);
        }
    }
}
