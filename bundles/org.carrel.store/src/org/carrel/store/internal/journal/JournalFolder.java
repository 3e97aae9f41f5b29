/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.carrel.model.port.DataKey;
import org.carrel.store.internal.derby.Folders;
import org.carrel.store.internal.sealing.Shredder;

/**
 * The files of one branch in its journal folder, and what their names say: {@code .journal} waits to be merged,
 * {@code .merged} was and is kept for a month, {@code .damaged} is kept for good. With a key, nothing stays in clear:
 * what was merged is shredded, and a damaged file is kept sealed ({@code .damaged.sealed}).
 */
final class JournalFolder {

    static final String ENDING = ".journal";

    private static final String MERGED = ".merged";
    private static final String DAMAGED = ".damaged";
    private static final String SEALED = ".sealed";
    private static final Duration MERGED_KEPT = Duration.ofDays(30);
    private static final int CHUNK = 48 * 1024;

    private final Path folder;
    private final Pattern name;
    private final Optional<DataKey> key;

    JournalFolder(Path folder, String prefix, Optional<DataKey> key) {
        this.folder = folder;
        this.name = Pattern.compile(Pattern.quote(prefix)
                + "\\d{8}T\\d{9}Z-\\d+-\\d+\\.journal(\\.merged|\\.damaged(\\.sealed)?)?");
        this.key = key;
    }

    /** Those that wait to be merged; the time in their names sorts them. */
    List<Path> waiting() throws IOException {
        return named(ENDING);
    }

    private List<Path> named(String ending) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> name.matcher(path.getFileName().toString()).matches()
                    && path.getFileName().toString().endsWith(ending)).sorted().toList();
        }
    }

    /** Its merge was committed, and it held nothing else. */
    void putAwayMerged(Path file, JournalContents contents) throws IOException {
        if (key.isPresent() && contents.clear()) {
            Shredder.shred(file);
        } else {
            rename(file, MERGED);
        }
    }

    /** Its merge was committed, but there is more in it; gives where it is now. */
    Path putAwayDamaged(Path file, JournalContents contents) throws IOException {
        return key.isPresent() && contents.clear() ? keepSealed(file, DAMAGED + SEALED) : rename(file, DAMAGED);
    }

    private static Path rename(Path file, String ending) throws IOException {
        return Files.move(file, file.resolveSibling(file.getFileName() + ending), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes what was merged a month ago. */
    void prune(Clock clock) throws IOException {
        for (Path merged : named(MERGED)) {
            if (Files.getLastModifiedTime(merged).toInstant().isBefore(clock.instant().minus(MERGED_KEPT))) {
                Files.delete(merged);
            }
        }
    }

    /** Shreds, or keeps sealed, what earlier merges put away in clear. Nothing to do without a key. */
    void shredClear() throws IOException {
        if (key.isEmpty()) {
            return;
        }
        for (Path merged : named(MERGED)) {
            if (JournalContents.read(merged, key).clear()) {
                Shredder.shred(merged);
            }
        }
        for (Path damaged : named(DAMAGED)) {
            if (JournalContents.read(damaged, key).clear()) {
                keepSealed(damaged, SEALED);
            }
        }
    }

    /**
     * Makes a copy whose every line is sealed, and shreds the original. A copy that was cut short has another name and
     * is made again; one that is complete replaces itself.
     */
    private Path keepSealed(Path file, String ending) throws IOException {
        Path copy = file.resolveSibling(file.getFileName() + ending);
        Path making = folder.resolve(file.getFileName() + ".making");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(making))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 0;
            for (int next = in.read(); next >= 0 || line.size() > 0; next = in.read()) {
                if (next >= 0 && next != '\n') {
                    line.write(next);
                }
                if (next < 0 || next == '\n' || line.size() == CHUNK) {
                    out.write(sealed(++number, line.toByteArray()));
                    line.reset();
                }
            }
        }
        Folders.forceAll(making);
        Files.move(making, copy, StandardCopyOption.ATOMIC_MOVE);
        Folders.force(folder);
        Shredder.shred(file);
        return copy;
    }

    private byte[] sealed(long number, byte[] line) {
        if (!SealedLine.isSealed(line)) {
            return new SealedLine(number, line).seal(key.orElseThrow());
        }
        byte[] whole = java.util.Arrays.copyOf(line, line.length + 1);
        whole[line.length] = '\n';
        return whole;
    }
}
