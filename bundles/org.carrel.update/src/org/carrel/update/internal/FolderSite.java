/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * An update site in a folder, often of another machine. p2 would read folders without asking anybody, and with that
 * without a look at signatures; so it is told of an address on the web that is none.
 */
final class FolderSite implements SiteFiles {

    /** The folder, as p2 knows it; a name that never is one on the web. */
    static final URI ADDRESS = URI.create("https://folder.invalid/");

    private final Path folder;

    FolderSite(Path folder) {
        this.folder = folder;
    }

    @Override
    public InputStream open(URI address) throws IOException {
        Path file = file(address);
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw explained(file, e);
        }
    }

    @Override
    public long lastModified(URI address) throws IOException {
        Path file = file(address);
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw explained(file, e);
        }
    }

    private Path file(URI address) throws IOException {
        Path file = folder.resolve(ADDRESS.relativize(address.normalize()).getPath()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(address + " is not in " + folder);
        }
        return file;
    }

    /** That a file is missing says nothing when the share went away. */
    private IOException explained(Path file, IOException e) {
        return e instanceof NoSuchFileException && Files.isDirectory(folder)
                ? new FileNotFoundException(file.toString())
                : AwayException.of(e);
    }
}
