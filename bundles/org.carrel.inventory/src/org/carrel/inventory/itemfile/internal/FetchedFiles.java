/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.itemfile.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a file is between being fetched and being imported; empty at all other times. */
final class FetchedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(FetchedFiles.class);

    private final Path path;

    FetchedFiles(Path dataFolder) {
        this.path = dataFolder.resolve("fetched");
    }

    Path path() {
        return path;
    }

    /** Deletes what is there: also what a power cut left. */
    void clear() {
        if (Files.notExists(path)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("What was fetched cannot be deleted from {}", path, e);
        }
    }
}
