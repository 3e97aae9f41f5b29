/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder with a folder for each extension: its bundles, and a file of what is known about it. */
final class Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final String ABOUT = "extension.properties";
    private static final String BUNDLES = "bundles";
    private static final String COMING = ".coming-";
    private static final long LONGEST = 64 * 1024L;

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** All that can be read, in the order of their names; what cannot is in the log. */
    List<Kept> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(one -> !one.getFileName().toString().startsWith("."))
                    .filter(one -> Files.isRegularFile(one.resolve(ABOUT))).flatMap(one -> read(one).stream())
                    .sorted(Comparator.comparing(Kept::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Kept::id))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.error("The extensions in {} cannot be listed", folder, e);
            return List.of();
        }
    }

    Optional<Kept> find(String id) {
        return all().stream().filter(kept -> kept.id().equals(id)).findFirst();
    }

    /** The files of its bundles, in the order of their names. */
    List<Path> files(Kept kept) throws IOException {
        try (Stream<Path> files = Files.list(kept.folder().resolve(BUNDLES))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes copies of {@code files}, all or none, in the place of what has that id. */
    Kept put(Kept about, List<Path> files) throws IOException {
        Files.createDirectories(folder);
        Path coming = Files.createTempDirectory(folder, COMING);
        try {
            Path bundles = Files.createDirectory(coming.resolve(BUNDLES));
            for (int i = 0; i < files.size(); i++) {
                Files.copy(files.get(i), bundles.resolve(String.format("%03d.jar", i)));
            }
            write(about.at(coming));
            Path place = folder.resolve(about.id());
            delete(place);
            Files.move(coming, place);
            return about.at(place);
        } finally {
            delete(coming);
        }
    }

    void write(Kept kept) throws IOException {
        Properties about = new Properties();
        about.setProperty("id", kept.id());
        about.setProperty("name", kept.name());
        about.setProperty("vendor", kept.vendor());
        about.setProperty("version", kept.version());
        about.setProperty("bundles", String.join(" ", kept.bundles()));
        about.setProperty("added", kept.addedAt().toString());
        about.setProperty("on", Boolean.toString(kept.on()));
        kept.signedBy().ifPresent(who -> about.setProperty("signed-by", who));
        kept.held().ifPresent(why -> about.setProperty("held", why));
        kept.failed().ifPresent(why -> about.setProperty("failed", why));
        Path partial = kept.folder().resolve(ABOUT + ".new");
        try (Writer to = Files.newBufferedWriter(partial)) {
            about.store(to, null);
        }
        Files.move(partial, kept.folder().resolve(ABOUT), StandardCopyOption.REPLACE_EXISTING);
    }

    void remove(Kept kept) throws IOException {
        delete(kept.folder());
    }

    private static Optional<Kept> read(Path place) {
        Path file = place.resolve(ABOUT);
        Properties about = new Properties();
        try {
            if (Files.size(file) > LONGEST) {
                throw new IOException("longer than " + LONGEST);
            }
            try (Reader from = Files.newBufferedReader(file)) {
                about.load(from);
            }
            return Optional.of(new Kept(place, about.getProperty("id", place.getFileName().toString()),
                    about.getProperty("name", ""), about.getProperty("vendor", ""), about.getProperty("version", ""),
                    Arrays.stream(about.getProperty("bundles", "").split(" ")).filter(name -> !name.isBlank()).toList(),
                    Optional.ofNullable(about.getProperty("signed-by")),
                    Instant.parse(about.getProperty("added", Instant.EPOCH.toString())),
                    Boolean.parseBoolean(about.getProperty("on", "true")),
                    Optional.ofNullable(about.getProperty("held")), Optional.ofNullable(about.getProperty("failed"))));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.error("The extension in {} cannot be read", place, e);
            return Optional.empty();
        }
    }

    private static void delete(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(place)) {
            for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
