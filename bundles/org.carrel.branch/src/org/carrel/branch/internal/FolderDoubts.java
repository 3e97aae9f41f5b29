/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What speaks against a folder for the data of a desk, although it can be written to: that it looks as if it were
 * emptied at every start of the machine, or copied to and fro by a cloud service, which damages a database that is at
 * work. Guesses by names and kinds of file systems; immutable.
 */
final class FolderDoubts {

    /** File systems that live in memory, or over another one that never changes. */
    private static final List<String> FORGETFUL = List.of("tmpfs", "ramfs", "aufs", "squashfs", "unionfs");
    /** Folders that cloud services make, by the beginning of their name. */
    private static final List<String> SYNCHRONISED = List.of("onedrive", "dropbox", "google drive", "googledrive",
            "icloud", "mobile documents", "nextcloud", "owncloud", "box sync", "pcloud", "seafile", "syncthing");
    /** Files that cloud services lay into theirs. */
    private static final Map<String, String> MARKS = Map.of(".dropbox", "Dropbox", ".stfolder", "Syncthing",
            ".owncloudsync.log", "ownCloud", ".nextcloudsync.log", "Nextcloud");
    /** What programs leave on a disk that they reset. */
    private static final List<String> FREEZERS = List.of("Persi0.sys", "$RestoreRx$");

    private final Function<Path, Optional<String>> fileSystem;

    /** @param fileSystem the kind of file system that a folder is on, as the machine calls it */
    FolderDoubts(Function<Path, Optional<String>> fileSystem) {
        this.fileSystem = fileSystem;
    }

    /** With what this machine says. */
    static FolderDoubts ofThisMachine() {
        return new FolderDoubts(folder -> {
            try {
                return Optional.of(Files.getFileStore(folder).type());
            } catch (IOException e) {
                // Nobody knows: that is no reason to warn.
                return Optional.empty();
            }
        });
    }

    /** Adds a warning to {@code remarks} for each thing that is odd about {@code folder}, which exists. */
    void about(Path folder, Remarks remarks) {
        fileSystem.apply(folder).map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> FORGETFUL.stream().anyMatch(type::contains))
                .ifPresent(type -> remarks.warn(0, "data.forgetful", folder, type));
        Optional.ofNullable(folder.toAbsolutePath().getRoot()).filter(root -> FREEZERS.stream()
                .anyMatch(file -> Files.exists(root.resolve(file))))
                .ifPresent(root -> remarks.warn(0, "data.frozen", folder, root));
        service(folder.toAbsolutePath().normalize())
                .ifPresent(service -> remarks.warn(0, "data.synchronised", folder, service));
    }

    /** The service that copies the folder, or one above it. */
    private static Optional<String> service(Path folder) {
        Optional<String> named = StreamSupport.stream(folder.spliterator(), false).map(Path::toString)
                .filter(name -> SYNCHRONISED.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith)).findFirst();
        return named.or(() -> Stream.iterate(folder, above -> above != null, Path::getParent)
                .flatMap(above -> MARKS.entrySet().stream().filter(mark -> Files.exists(above.resolve(mark.getKey())))
                        .map(Map.Entry::getValue))
                .findFirst());
    }
}
