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
        try (Stream<Path> files = Files.list(kept.folder().resolve(kept.bundles()))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Takes copies of {@code files} in the place of what has that id. They lie in a folder of their own each time:
     * those of the version before may be in use, and on some systems cannot be deleted then. Whatever happens, the old
     * or the new version is there.
     */
    Kept put(Kept about, List<Path> files) throws IOException {
        Path place = Files.createDirectories(folder.resolve(about.id()));
        Path bundles = Files.createTempDirectory(place, BUNDLES);
        try {
            for (int i = 0; i < files.size(); i++) {
                Files.copy(files.get(i), bundles.resolve(String.format("%03d.jar", i)));
            }
            Kept kept = about.in(bundles.getFileName().toString());
            write(kept);
            tidy(place);
            return kept;
        } catch (IOException e) {
            delete(bundles);
            throw e;
        }
    }

    /** Deletes what is left of earlier versions, and of extensions that were removed while they were in use. */
    void tidy() {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> places = Files.list(folder)) {
                places.filter(Files::isDirectory).forEach(Shelf::tidy);
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("Not all that is old in {} could be deleted", folder, e);
            }
        }
    }

    private static void tidy(Path place) {
        if (!Files.isRegularFile(place.resolve(ABOUT))) {
            deleteIfPossible(place);
            return;
        }
        read(place).ifPresent(kept -> {
            try (Stream<Path> inside = Files.list(place)) {
                inside.filter(one -> one.getFileName().toString().startsWith(BUNDLES)
                        && !one.getFileName().toString().equals(kept.bundles())).forEach(Shelf::deleteIfPossible);
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("Not all that is old in {} could be deleted", place, e);
            }
        });
    }

    /** What is still in use goes at the next start. */
    private static void deleteIfPossible(Path old) {
        try {
            delete(old);
        } catch (IOException e) {
            LOG.info("{} is deleted later: {}", old, e.getMessage());
        }
    }

    void write(Kept kept) throws IOException {
        Properties about = new Properties();
        about.setProperty("id", kept.id());
        about.setProperty("name", kept.name());
        about.setProperty("vendor", kept.vendor());
        about.setProperty("version", kept.version());
        about.setProperty("bundles", kept.bundles());
        about.setProperty("names", String.join(" ", kept.names()));
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

    /** From now on it is not there, though its files may go later. */
    void remove(Kept kept) throws IOException {
        Files.deleteIfExists(kept.folder().resolve(ABOUT));
        deleteIfPossible(kept.folder());
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
            return Optional.of(new Kept(place, folderName(about.getProperty("bundles", "")),
                    about.getProperty("id", place.getFileName().toString()),
                    about.getProperty("name", ""), about.getProperty("vendor", ""), about.getProperty("version", ""),
                    Arrays.stream(about.getProperty("names", "").split(" ")).filter(name -> !name.isBlank()).toList(),
                    Optional.ofNullable(about.getProperty("signed-by")),
                    Instant.parse(about.getProperty("added", Instant.EPOCH.toString())),
                    Boolean.parseBoolean(about.getProperty("on", "true")),
                    Optional.ofNullable(about.getProperty("held")), Optional.ofNullable(about.getProperty("failed"))));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.error("The extension in {} cannot be read", place, e);
            return Optional.empty();
        }
    }

    /** Leads nowhere but into the extension's own folder. */
    private static String folderName(String text) {
        if (!text.matches(BUNDLES + "[0-9A-Za-z]*")) {
            throw new IllegalArgumentException("no folder of bundles: " + text);
        }
        return text;
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
