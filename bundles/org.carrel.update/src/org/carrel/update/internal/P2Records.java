/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What p2 writes down of an installation. It writes in place, so whoever is ended meanwhile leaves a half of it, and p2
 * would say afterwards that nothing is installed.
 */
final class P2Records {

    private static final Logger LOG = LoggerFactory.getLogger(P2Records.class);

    private static final Pattern STATE = Pattern.compile("(\\d{1,18})\\.profile\\.gz");
    private static final String LIST = "artifacts.xml";
    private static final String END_OF_LIST = "</repository>";

    private final List<Path> places;
    private final Path kept;

    /**
     * @param places folders with a list of what is in them
     * @param kept   a folder that nobody else uses
     */
    P2Records(List<Path> places, Path kept) {
        this.places = places;
        this.kept = kept;
    }

    /** Keeps the lists as they are. */
    void keep() throws IOException {
        Folders.delete(kept);
        Files.createDirectories(kept);
        for (int i = 0; i < places.size(); i++) {
            Path list = places.get(i).resolve(LIST);
            if (Files.exists(list)) {
                Files.copy(list, copy(i));
            }
        }
    }

    /** They are whole, and will be. */
    void forget() throws IOException {
        Folders.delete(kept);
    }

    private Path copy(int place) {
        return kept.resolve(place + "-" + LIST);
    }

    /** Brings back those that are not whole. */
    void mend() throws IOException {
        for (int i = 0; i < places.size(); i++) {
            Path list = places.get(i).resolve(LIST);
            if (Files.exists(copy(i)) && !isWhole(list)) {
                LOG.warn("{} is as it was before an update that was not brought to its end", list);
                Files.copy(copy(i), list, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Whether {@code list} was written to its end. */
    static boolean isWhole(Path list) throws IOException {
        return Files.exists(list) && Files.readString(list).strip().endsWith(END_OF_LIST);
    }

    /** Drops the states in {@code folder} that are newer than {@code from} and not whole. */
    static void mendStates(Path folder, long from) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Matcher state = STATE.matcher(file.getFileName().toString());
            if (state.matches() && Long.parseLong(state.group(1)) > from && !isWholeState(file)) {
                LOG.warn("{} was not written to its end, so the state before counts", file);
                Files.delete(file);
            }
        }
    }

    private static boolean isWholeState(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (EOFException | ZipException e) {
            LOG.debug("Cut off", e);
            return false;
        }
    }
}
