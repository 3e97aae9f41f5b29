/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.itemfile.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where files are between being fetched and being imported: a folder for each, so that two programs do not meet. */
final class FetchedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(FetchedFiles.class);

    private final Path root;

    FetchedFiles(Path dataFolder) {
        this.root = dataFolder.resolve("fetched");
    }

    /** A folder that nobody else has; it is made by whoever puts something there. */
    Path fresh() {
        return root.resolve(UUID.randomUUID().toString());
    }

    /** Deletes a folder with what is in it. */
    void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            } catch (NotDirectoryException e) {
                LOG.debug("{} is a file", folder);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("What was fetched cannot be deleted from {}", folder, e);
        }
    }

    /** Deletes what a power cut has left; not what another program may be fetching now. */
    void deleteFromBefore(Instant instant) {
        if (Files.notExists(root)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(instant)) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            LOG.warn("What was fetched before cannot be deleted from {}", root, e);
        }
    }
}
